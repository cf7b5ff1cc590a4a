/* What fits the words and the filters: within one filter any, of both all, as on the landscape. */

const plain = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");

const textOf = ({ id, name, short_name, what, purpose, aliases = [], former_names = [] }) =>
  plain([id, name, short_name, what, purpose.text, ...aliases, ...former_names].join(" "));

export function found({ words, category, kind }, told) {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  const isOfKind = (connection) => !kind.size || kind.has(connection.kind);
  const ends = new Set(told.connections.filter(isOfKind).flatMap((c) => [c.source_id, c.target_id]));
  const services = told.services.filter((service) => {
    const text = textOf(service);
    return (
      (!category.size || category.has(service.category)) &&
      (!kind.size || ends.has(service.id)) &&
      wanted.every((word) => text.includes(word))
    );
  });
  const fitting = new Set(services.map(({ id }) => id));
  const connections = told.connections.filter(
    (c) => isOfKind(c) && fitting.has(c.source_id) && fitting.has(c.target_id),
  );
  return { services: fitting, connections: new Set(connections.map(({ id }) => id)) };
}
