/* On a narrow screen Streamlit's menu is a list whose items stand in sections of their own, which no list may hold.
   Links in groups say the same. */

const LIST = "ul[data-testid=stSidebarNavItems]";

export default function () {
  const mend = () => {
    for (const list of document.querySelectorAll(LIST)) {
      list.setAttribute("role", "none");
      list.querySelectorAll(":scope > div:not([role])").forEach((section) => section.setAttribute("role", "group"));
      list.querySelectorAll("li:not([role])").forEach((item) => item.setAttribute("role", "none"));
    }
  };
  const observer = new MutationObserver(() => document.querySelector(`${LIST} li:not([role])`) && mend());
  observer.observe(document.body, { childList: true, subtree: true });
  mend();
  return () => observer.disconnect();
}
