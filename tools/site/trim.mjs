// Takes rules out of other people's style sheets that no page uses.

/** Where the block that opens at `open` ends. */
function closing(css, open) {
  let depth = 0;
  for (let i = open; i < css.length; i += 1) {
    const c = css[i];
    if (c === '"' || c === "'") i = css.indexOf(c, i + 1);
    else if (c === "{") depth += 1;
    else if (c === "}" && (depth -= 1) === 0) return i;
  }
  return css.length;
}

/** Splits at commas that stand outside brackets. */
function selectors(list) {
  const found = [""];
  let depth = 0;
  for (const c of list) {
    if (c === "(" || c === "[") depth += 1;
    if (c === ")" || c === "]") depth -= 1;
    if (c === "," && depth === 0) found.push("");
    else found[found.length - 1] += c;
  }
  return found;
}

/** True when each class that belongs to one of the families in `keep` is a kept one. */
function used(selector, keep) {
  return [...selector.matchAll(/\.([a-z][\w-]*)/gi)].every(([, name]) => {
    const family = keep[name.split("-")[0]];
    return !family || family.some((pattern) => pattern.test(name));
  });
}

/**
 * `css` (minified) without the rules for classes that nobody uses.
 *
 * @param keep `{prefix: [RegExp]}`: a class `prefix-…` stays when one of the patterns fits
 */
export function trimCss(css, keep) {
  let out = "";
  let from = 0;
  while (from < css.length) {
    const open = css.indexOf("{", from);
    const statement = css.indexOf(";", from);
    if (open < 0) return out + css.slice(from);
    if (statement >= 0 && statement < open && css[from] === "@") {
      out += css.slice(from, statement + 1);
      from = statement + 1;
      continue;
    }
    const end = closing(css, open);
    const [head, body] = [css.slice(from, open), css.slice(open + 1, end)];
    if (/^\s*@(media|supports|layer)/.test(head)) {
      const inner = trimCss(body, keep);
      if (inner.trim()) out += `${head}{${inner}}`;
    } else if (/^\s*@/.test(head)) {
      out += `${head}{${body}}`;
    } else {
      const kept = selectors(head).filter((selector) => used(selector, keep));
      if (kept.length > 0) out += `${kept.join(",")}{${body}}`;
    }
    from = end + 1;
  }
  return out;
}
