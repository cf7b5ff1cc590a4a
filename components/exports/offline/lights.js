/* What is lit, what is dimmed and what is marked: attributes of the drawing, which its style makes seen. */

import { drawn } from "../../scripts/element.js";

export class Lights {
  constructor(svg, told) {
    this.svg = svg;
    this.told = told;
    const parts = (name) =>
      new Map([...svg.querySelectorAll(`[data-${name}]`)].map((node) => [node.dataset[name], node]));
    [this.services, this.connections] = [parts("service"), parts("connection")];
    this.members = new Map(); // what stands in one box, or on one line: the id that is drawn to all ids
    this.inside = new Map(); // and the other way round
    for (const [id, node] of [...this.services, ...this.connections]) {
      this.members.set(id, node.dataset.members?.split(" ") ?? [id]);
      this.members.get(id).forEach((member) => this.inside.set(member, id));
    }
    this.onLines = [...svg.querySelectorAll("[data-on]")];
    for (const line of this.connections.values()) {
      const reach = drawn("polyline", {
        points: line.querySelector("polyline").getAttribute("points"),
        class: "reach",
      });
      // A line is thin: a finger or a mouse may miss it a little.
      line.insertBefore(reach, line.querySelector("polyline"));
    }
  }

  ends(connection) {
    const { tail, head } = this.connections.get(connection)?.dataset ?? {};
    return [tail, head];
  }

  /* A service with what is one connection away, or a connection with its two ends. */
  choose(asked) {
    const id = this.inside.get(asked) ?? asked;
    if (this.connections.has(id))
      return this.show({ services: new Set(this.ends(id)), connections: new Set([id]), chosen: id });
    const lines = [...this.connections.keys()].filter((line) => this.ends(line).includes(id));
    this.show({
      services: new Set([id, ...lines.flatMap((line) => this.ends(line))]),
      connections: new Set(lines),
      chosen: id,
    });
  }

  step(number) {
    const drawn = this.told.walk.map(({ connection }) => this.inside.get(connection) ?? connection);
    const now = drawn[number - 1];
    const behind = new Set(drawn.slice(0, number - 1));
    this.show({ services: new Set(this.ends(now)), connections: new Set([now]), chosen: now, behind });
  }

  asFiled() {
    const { lit_services: services, lit_connections: connections } = this.told.about;
    this.show({ services: new Set(services), connections: new Set(connections) });
  }

  all() {
    this.show({ services: new Set(this.services.keys()), connections: new Set(this.connections.keys()) });
  }

  show({ services, connections, chosen = null, behind = new Set() }) {
    const mark = (node, id, lit) => {
      node.dataset.lit = this.members.get(id).some((member) => lit.has(member))
        ? "yes"
        : behind.has(id)
          ? "behind"
          : "no";
      node.toggleAttribute("data-chosen", id === chosen);
    };
    this.services.forEach((node, id) => {
      mark(node, id, services);
      node.setAttribute("aria-pressed", id === chosen);
    });
    this.connections.forEach((node, id) => mark(node, id, connections));
    this.onLines.forEach((node) => mark(node, node.dataset.on, connections));
    const some = [...this.connections.values()].some(({ dataset }) => dataset.lit === "no");
    this.svg.classList.toggle("some", some || services.size < this.services.size);
    if (chosen && this.connections.has(chosen)) this.raise(this.connections.get(chosen));
  }

  /* A line that is chosen is drawn above the other lines. */
  raise(line) {
    [...this.connections.values()].at(0).parentNode.insertBefore(line, this.services.values().next().value ?? null);
  }
}
