/* Makes modules out of the texts in MODULES, [name, text] with what is imported before what imports it, so that
   scripts in several files need no build and no request of their own: a page loads one file, and one without a network
   has one text. */

const addresses = {};
for (const [name, text] of MODULES) {
  const joined = text.replace(
    /(\bfrom ")([^"]+)(";)/g,
    (_, before, wanted, after) => before + addresses[wanted] + after,
  );
  addresses[name] = URL.createObjectURL(new Blob([joined, `\n//# sourceURL=${name}`], { type: "text/javascript" }));
}
