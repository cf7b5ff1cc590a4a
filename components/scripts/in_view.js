/* Keeps what an address names in view while the page around it is drawn, until somebody takes the page in hand. */

const HANDS = ["wheel", "touchstart", "pointerdown", "keydown"];
const PATIENCE = 4000; // ms in which what stands above may still grow

/* Calls `show` now and whenever the page around `node` changes its size. Gives what ends it. */
export function keepInView(node, show) {
  const life = new AbortController();
  show();
  const page = node.closest('[data-testid="stMainBlockContainer"]');
  if (!page) return life;
  const grows = new ResizeObserver(show);
  grows.observe(page);
  life.signal.addEventListener("abort", () => grows.disconnect());
  HANDS.forEach((hand) =>
    addEventListener(hand, () => life.abort(), { signal: life.signal, capture: true, passive: true }),
  );
  setTimeout(() => life.abort(), PATIENCE);
  return life;
}
