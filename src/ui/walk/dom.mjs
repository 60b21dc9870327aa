/** An element with attributes (`on*` is a listener, `true` an empty attribute, `null` none) and children. */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(key, value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** A text with its places filled in. */
export const fill = (text, values) => Object.entries(values).reduce((all, [name, value]) => all.replaceAll(`%${name}%`, value), text);
