/* The keyboard on the drawing: Tab comes to one box, arrow keys go to the next box that way, Enter opens its card. */

const WAYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

export class Moves {
  constructor(svg, { choose, reveal }) {
    this.boxes = [...svg.querySelectorAll("[data-service]")];
    this.reveal = reveal;
    if (!this.boxes.length) return;
    this.boxes[0].setAttribute("tabindex", "0");
    svg.addEventListener("keydown", (event) => {
      const box = event.target.closest("[data-service]");
      if (!box) return;
      if (event.key === "Enter" || event.key === " ") choose(box.dataset.service, box.dataset.members);
      else if (WAYS[event.key]) this.go(box, WAYS[event.key]);
      else return;
      event.preventDefault();
    });
    svg.addEventListener("focusin", ({ target }) => this.boxes.includes(target) && this.mark(target));
  }

  mark(box) {
    this.boxes.forEach((each) => each.setAttribute("tabindex", each === box ? "0" : "-1"));
  }

  /* The nearest box in a direction: what is aside counts double. */
  go(from, [right, down]) {
    const at = (box) => {
      const { x, y, width, height } = box.getBBox();
      return [x + width / 2, y + height / 2];
    };
    const [x0, y0] = at(from);
    const far = this.boxes
      .filter((box) => box !== from)
      .map((box) => {
        const [x, y] = [at(box)[0] - x0, at(box)[1] - y0];
        const ahead = x * right + y * down;
        return { box, ahead, cost: ahead + 2 * Math.abs(x * down + y * right) };
      });
    const next = far.filter(({ ahead }) => ahead > 1).sort((one, other) => one.cost - other.cost)[0];
    if (!next) return;
    this.reveal(next.box);
    next.box.focus({ preventScroll: true });
    next.box.scrollIntoView({ block: "nearest", inline: "nearest" });
  }
}
