/* What stands beside the picture: the card of what is chosen, a step of the walk, or what there is to do. */

import { element } from "../../scripts/element.js";

export class Cards {
  constructor(place, told, { choose, go }) {
    Object.assign(this, { place, told, choose, go });
    this.services = new Map(told.services.map((service) => [service.id, service]));
    this.connections = new Map(told.connections.map((connection) => [connection.id, connection]));
  }

  show(id) {
    const [service, connection] = [this.services.get(id), this.connections.get(id)];
    this.fill(id, service ? this.ofService(service) : connection ? this.ofConnection(connection) : []);
  }

  /* A box that stands for several services, or a line for several connections. */
  several(id, members) {
    const [isService, title] = [
      this.services.has(id),
      this.told.about.names[id] ?? `${members.length} connections on one line`,
    ];
    const name = (member) =>
      isService
        ? this.nameOf(member)
        : `${this.nameOfLine(member)} (${this.told.kinds[this.connections.get(member).kind]})`;
    this.fill(id, [
      make("h2", title),
      list(
        "ul",
        members.map((member) => this.link(name(member), member)),
      ),
    ]);
  }

  /* Where nothing is chosen: the steps, and what was found (ids), or a hint. */
  overview(step, found) {
    const { walk, use_case: useCase } = this.told;
    const at = walk[step - 1];
    const steps = walk.map(({ title }, place) => this.button(title, () => this.go(place + 1)));
    if (at) {
      const { connection, text, source } = at;
      const page = useCase ? useCase.sources : {};
      this.fill(`step ${step}`, [
        this.steering(step),
        make("h2", `${step}. ${at.title}`),
        make("p", `${text} `, "", ...this.marks(source, page)),
        make("p", "", "", this.link(this.nameOfLine(connection), connection)),
      ]);
    } else if (found) {
      const told = `${found.services.size} of ${this.services.size} services fit.`;
      this.fill("found", [
        make("p", told),
        list(
          "ul",
          [...found.services].map((id) => this.link(this.nameOf(id), id)),
        ),
      ]);
    } else {
      const mouse = matchMedia("(hover: hover)").matches ? " Ctrl and the wheel zoom, drag to move." : "";
      const hint = `Choose a box for its card, a line for what flows along it.${mouse}`;
      this.fill("", [
        ...(walk.length ? [this.steering(0)] : []),
        make("p", hint),
        ...(steps.length ? [make("h2", "Steps"), list("ol", steps)] : []),
      ]);
    }
  }

  fill(id, nodes) {
    if (id) this.place.dataset.id = id;
    else delete this.place.dataset.id;
    const steering = this.place.contains(document.activeElement) ? document.activeElement.dataset.way : null;
    this.place.replaceChildren(...nodes.flat());
    this.place.scrollTop = 0;
    // Who pressed Next presses it again.
    if (steering) (this.place.querySelector(`[data-way="${steering}"]:enabled`) ?? this.place).focus();
  }

  steering(step) {
    const count = this.told.walk.length;
    const way = (name, to, enabled) => {
      const button = this.button(name, () => this.go(to));
      button.dataset.way = name;
      button.disabled = !enabled;
      return button;
    };
    const where = make("span", step ? `Step ${step} of ${count}` : `${count} steps`, "quiet");
    return make("div", "", "walk", way("Previous", step - 1, step > 0), way("Next", step + 1, step < count), where);
  }

  ofService(service) {
    const near = this.told.connections.filter((c) => c.source_id === service.id || c.target_id === service.id);
    const ways = near.map((c) => this.link(`${this.nameOfLine(c.id)} (${this.told.kinds[c.kind]})`, c.id));
    const limits = (service.limits ?? []).map((limit) => ({
      ...limit,
      text: `${limit.name}: ${limit.value} ${limit.unit} (${limit.scope})`,
    }));
    const pages = service.sources;
    return [
      make("h2", service.name),
      make("p", this.told.categories[service.category], "quiet"),
      this.stated(service.purpose, pages, "p"),
      this.facts("Features", service.features, pages),
      this.facts("When to use it (our judgement)", service.when_to_use, pages),
      this.facts("When not to (our judgement)", service.when_not_to_use, pages),
      ways.length ? [make("h3", "Connections"), list("ul", ways)] : [],
      this.facts("Limits", limits, pages),
      this.sources(pages),
    ];
  }

  ofConnection(connection) {
    const pages = connection.sources;
    return [
      make("h2", this.nameOfLine(connection.id)),
      make("p", this.told.kinds[connection.kind], "quiet"),
      ...this.told.fields[connection.id].flatMap((field) => this.field(field, pages)),
      list(
        "ul",
        [connection.source_id, connection.target_id].map((id) => this.link(this.nameOf(id), id)),
      ),
      this.sources(pages),
    ];
  }

  field({ title, listed, entries }, pages) {
    if (listed) return this.facts(title, entries, pages);
    return entries.map((entry) => {
      const line = this.stated(entry, pages, "p");
      line.prepend(make("strong", `${title}: `));
      return line;
    });
  }

  facts(title, entries, pages) {
    return entries?.length
      ? [make("h3", title), make("ul", "", "", ...entries.map((entry) => this.stated(entry, pages, "li")))]
      : [];
  }

  stated({ text, source }, pages, tag) {
    const named = [source ?? []].flat().filter((key) => pages[key]);
    const isUnconfirmed = named.some((key) => pages[key].read === "part");
    return make(tag, `${text} `, "", ...this.marks(named, pages), ...(isUnconfirmed ? [this.told.unconfirmed] : []));
  }

  marks(keys, pages) {
    return [keys]
      .flat()
      .filter((key) => pages[key])
      .flatMap((key) => {
        const place = Object.keys(pages).indexOf(key) + 1;
        return [anchor(pages[key].url, `[${place}]`, pages[key].title), " "];
      });
  }

  sources(pages) {
    const entries = Object.values(pages ?? {}).map((page) =>
      make(
        "li",
        "",
        "",
        anchor(page.url, page.title),
        `, text of ${this.told.dates[page.read_on]}${page.read === "part" ? ", read in part" : ""}`,
      ),
    );
    return entries.length ? [make("h3", "Sources"), make("ol", "", "", ...entries)] : [];
  }

  nameOf(id) {
    return this.services.get(id)?.short_name ?? this.told.about.names[id] ?? id;
  }

  nameOfLine(id) {
    const line = this.connections.get(id);
    return line ? `${this.nameOf(line.source_id)} → ${this.nameOf(line.target_id)}` : id;
  }

  link(text, id) {
    return this.button(text, () => {
      this.choose(id);
      this.place.focus();
    });
  }

  button(text, does) {
    const button = element("button", { type: "button", text });
    button.onclick = does;
    return button;
  }
}

const anchor = (url, text, title) =>
  element("a", { href: /^https:\/\//.test(url) ? url : null, rel: "noopener", text, title });
const make = (tag, text, className = null, ...children) =>
  element(tag, { class: className || null }, ...(text ? [text] : []), ...children);
const list = (tag, entries) => make(tag, "", "", ...entries.map((entry) => element("li", {}, entry)));
