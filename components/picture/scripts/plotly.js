/* Plotly's own script, once a page. */

let plotly = null;

/* Streamlit's own script says where the app's root is, whatever path or proxy it stands behind. */
export function loadPlotly(path) {
  plotly ??= new Promise((resolve, reject) => {
    const own = document.querySelector('script[src*="/static/js/"]');
    const script = document.createElement("script");
    script.src = own ? new URL(`../../${path}`, own.src) : path;
    script.onload = () => resolve(window.Plotly);
    script.onerror = () => {
      plotly = null; // The next figure tries again.
      reject(new Error(`${script.src} could not be loaded`));
    };
    document.head.append(script);
  });
  return plotly;
}

/* Resolves when the browser has painted what stands in the page now (or soon, in a hidden tab, where nothing is
   painted). */
export function painted() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 100);
  });
}
