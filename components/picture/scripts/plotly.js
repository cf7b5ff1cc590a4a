/* Plotly's own script, once a page: the one that came ahead (server/plot_ahead.js), or one of our own. */

let plotly = null;

/* Streamlit's own script says where the app's root is, whatever path or proxy it stands behind. */
export function loadPlotly(path) {
  if (window.Plotly) return Promise.resolve(window.Plotly);
  plotly ??= new Promise((resolve, reject) => {
    const script = document.querySelector("script[data-draws]") ?? begin(path);
    script.addEventListener("load", () => resolve(window.Plotly));
    script.addEventListener("error", () => {
      plotly = null; // The next figure tries again.
      script.remove();
      reject(new Error(`${script.src} could not be loaded`));
    });
  });
  return plotly;
}

function begin(path) {
  const own = document.querySelector('script[src*="/static/js/"]');
  const script = document.createElement("script");
  script.dataset.draws = "";
  script.src = own ? new URL(`../../${path}`, own.src) : path;
  document.head.append(script);
  return script;
}

/* Resolves when the browser has painted what stands in the page now (or soon, in a hidden tab, where nothing is
   painted). */
export function painted() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 100);
  });
}
