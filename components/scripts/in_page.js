/* Stands for the script NAME of a component, which is in the FILE of them all. Streamlit's own script says where the
   app's root is, whatever path or proxy it stands behind. */

const MOST_TRIES = 5; // while a new version comes, one replica may not know the file of another yet
const BETWEEN = 400; // ms
const root = new URL("../../", document.querySelector('script[src*="/static/js/"]').src);

async function read(tries) {
  try {
    return await import(new URL(tries > 1 ? `${FILE}?${tries}` : FILE, root));
  } catch (error) {
    if (tries === MOST_TRIES) throw error;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN));
    return read(tries + 1);
  }
}

const script = await (await read(1)).load(NAME);

/* A part of the page that waits for its script waits no longer once that runs. */
export default (given) => {
  given.parentElement.querySelector("[data-waits]")?.removeAttribute("data-waits");
  return script.default(given);
};
