/* Stands for the script NAME of a component, which is in the FILE of them all. Streamlit's own script says where the
   app's root is, whatever path or proxy it stands behind.

   While a new version comes, one replica may not know the file of another yet; so it is asked for again and again, less
   and less often, once for all parts of a page. Meanwhile `page_notice.js` tells what is missing. */

const FIRST_PAUSE = 400; // ms
const LONGEST_PAUSE = 10000;
const page = document.documentElement;
const root = new URL("../../", document.querySelector('script[src*="/static/js/"]').src);
const files = (window.landscapeScripts ??= {});

async function read(tries) {
  try {
    const file = await import(new URL(tries > 1 ? `${FILE}?${tries}` : FILE, root));
    delete page.dataset.lacksScripts;
    return file;
  } catch {
    page.dataset.lacksScripts = "";
    await new Promise((resolve) => setTimeout(resolve, Math.min(FIRST_PAUSE * tries, LONGEST_PAUSE)));
    return read(tries + 1);
  }
}

const script = await (await (files[FILE] ??= read(1))).load(NAME);

/* A part of the page that waits for its script waits no longer once that runs. */
export default (given) => {
  given.parentElement.querySelector("[data-waits]")?.removeAttribute("data-waits");
  return script.default(given);
};
