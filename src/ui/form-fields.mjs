// What a person filled in on a form: lists of values by the name of the field. What only the server knows is left out.
const HIDDEN = ["hidden", "file", "submit", "button"];
const own = (form) => [...form.elements].filter(({ name, type }) => name && !HIDDEN.includes(type));
const isTick = ({ type }) => type === "radio" || type === "checkbox";

export function read(form) {
  const values = {};
  for (const field of own(form)) if (!isTick(field) || field.checked) (values[field.name] ??= []).push(field.value);
  return values;
}

export function fill(form, values) {
  for (const field of own(form)) {
    const known = values[field.name] ?? [];
    if (isTick(field)) field.checked = known.includes(field.value);
    else if (known.length > 0) [field.value] = known;
  }
}
