/* Makes modules out of the texts in MODULES, [name, text] with what is imported before what imports it, so that
   scripts in several files need no build and no request of their own: Streamlit takes one text, and a page without a
   network has one file. */

const addresses = {};
for (const [name, text] of MODULES) {
  const joined = text.replace(
    /(\bfrom ")([^"]+)(";)/g,
    (_, before, wanted, after) => before + addresses[wanted] + after,
  );
  addresses[name] = URL.createObjectURL(new Blob([joined, `\n//# sourceURL=${name}`], { type: "text/javascript" }));
}
const loaded = await import(addresses[MODULES.at(-1)[0]]);
Object.values(addresses).forEach((address) => URL.revokeObjectURL(address));
