/* The page to take along: draws the embedded figure, and shows the card of what is clicked. All text is set as text. */

import drawGraph from "../picture/scripts/graph.js";
import { element } from "../scripts/element.js";

const told = JSON.parse(document.getElementById("data").textContent);
const place = document.getElementById("graph");
const card = document.getElementById("card");
const services = new Map(told.services.map((service) => [service.id, service]));
const connections = new Map(told.connections.map((connection) => [connection.id, connection]));

function draw(selected) {
  const figure = structuredClone(told.figure);
  figure.layout.meta.selected = selected;
  if (selected !== told.figure.layout.meta.selected) figure.data.forEach((trace) => mark(trace, selected));
  drawGraph({ parentElement: place, data: { figure, alt: told.alt, height: 560, script: "data:text/javascript,", live: true, clears: selected !== null }, setTriggerValue: (_, event) => answer(event) });
  place.querySelector(".ldg-legend").inert = true; // It explains; it does not filter here.
}

function mark(trace, selected) {
  const { color, border, line } = told.figure.layout.meta.selected_look;
  if (trace.meta?.role === "service") {
    const at = trace.customdata.findIndex(([id]) => id === selected);
    if (at < 0) return;
    trace.marker.line.color[at] = color;
    trace.marker.line.width[at] = border;
  } else if (trace.meta?.role === "connection" && trace.meta.id === selected) {
    Object.assign(trace.line, { color, width: line });
    trace.opacity = 1;
  }
}

function answer({ type, kind, id }) {
  if (type === "cleared") show(null, firstCard());
  else if (kind === "service" && services.has(id)) show(id, serviceCard(services.get(id)));
  else if (kind === "connection" && connections.has(id)) show(id, connectionCard(connections.get(id)));
}

function show(id, nodes) {
  card.replaceChildren(...nodes.flat());
  card.dataset.id = id ?? "";
  card.scrollTop = 0;
  draw(id);
}

const facts = (title, entries) => (entries?.length ? [make("h3", title), list("ul", entries.map(({ text }) => text))] : []);

function serviceCard(service) {
  const near = told.connections.filter((c) => c.source_id === service.id || c.target_id === service.id);
  const ways = near.map((c) => link(`${nameOf(c.source_id)} → ${nameOf(c.target_id)} (${told.kinds[c.kind]})`, "connection", c.id));
  const limits = (service.limits ?? []).map((limit) => ({ text: `${limit.name}: ${limit.value} ${limit.unit} (${limit.scope})` }));
  return [
    make("h2", service.name),
    make("p", told.categories[service.category], "quiet"),
    make("p", service.purpose.text),
    facts("Features", service.features),
    facts("When to use it (our judgement)", service.when_to_use),
    facts("When not to (our judgement)", service.when_not_to_use),
    ways.length ? [make("h3", "Connections"), list("ul", ways)] : [],
    facts("Limits", limits),
    sources(service),
  ];
}

function connectionCard(connection) {
  return [
    make("h2", `${nameOf(connection.source_id)} → ${nameOf(connection.target_id)}`),
    make("p", told.kinds[connection.kind], "quiet"),
    make("p", connection.what.text),
    make("p", connection.how),
    facts("More", connection.facts),
    facts("Limits", connection.limits),
    list("ul", [connection.source_id, connection.target_id].map((id) => link(nameOf(id), "service", id))),
    sources(connection),
  ];
}

function firstCard() {
  const steps = told.walk.map(({ title, connection }) => link(title, "connection", connection));
  return [make("p", "Click a box for its card, a line for what flows along it. Ctrl and the wheel zoom, drag to move."), steps.length ? [make("h3", "Steps"), list("ol", steps)] : []];
}

function sources({ sources: pages }) {
  const entries = Object.values(pages ?? {}).map((page) => {
    const anchor = make("a", page.title);
    if (/^https:\/\//.test(page.url)) anchor.href = page.url;
    anchor.rel = "noopener";
    const entry = document.createDocumentFragment();
    entry.append(anchor, `, text of ${page.read_on}`);
    return entry;
  });
  return entries.length ? [make("h3", "Sources"), list("ol", entries)] : [];
}

const nameOf = (id) => services.get(id)?.short_name ?? id;

function link(text, kind, id) {
  const button = make("button", text);
  button.type = "button";
  button.onclick = () => {
    answer({ type: "chosen", kind, id });
    card.focus();
  };
  return button;
}

const list = (tag, entries) => make(tag, "", "", ...entries.map((entry) => element("li", {}, entry)));

const make = (tag, text, className = null, ...children) => element(tag, { text, class: className || null }, ...children);

const first = services.has(told.selected) ? "service" : connections.has(told.selected) ? "connection" : null;
answer(first ? { type: "chosen", kind: first, id: told.selected } : { type: "cleared" });
