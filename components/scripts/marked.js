/* Marks the row of a table that the address names, and brings it into view once. */

const HANDS = ["wheel", "touchstart", "pointerdown", "keydown"];
const PATIENCE = 4000; // ms in which what stands above the table may still grow

export function mark(root, marked, table, name) {
  root.querySelectorAll(`tr.${name}`).forEach((row) => row.classList.remove(name));
  const row = marked ? root.querySelector(`tr[data-row="${CSS.escape(marked)}"]`) : null;
  row?.classList.add(name);
  if (row && table.marked !== marked) bring(row, table);
  table.marked = row ? marked : null;
}

/* The row stays in the middle while the page above it is drawn, until somebody takes the page in hand. */
function bring(row, table) {
  table.life?.abort();
  const life = (table.life = new AbortController());
  const show = () => row.scrollIntoView({ block: "center" });
  show();
  const page = row.closest('[data-testid="stMainBlockContainer"]');
  if (!page) return;
  const grows = new ResizeObserver(show);
  grows.observe(page);
  life.signal.addEventListener("abort", () => grows.disconnect());
  HANDS.forEach((hand) =>
    addEventListener(hand, () => life.abort(), { signal: life.signal, capture: true, passive: true }),
  );
  setTimeout(() => life.abort(), PATIENCE);
}
