// One photo of a walk that is being made: where it is, and what is said about it.
import { el, fill } from "./dom.mjs";

const pictures = new Map();
/** An address for the small picture of a photo, once for each. */
export function picture({ id, thumb }) {
  if (!pictures.has(id)) pictures.set(id, URL.createObjectURL(thumb));
  return pictures.get(id);
}

function select(label, none, options, now, onchange) {
  const all = [["", none], ...options].map(([value, text]) => el("option", { value, selected: value === now }, text));
  return el("label", { class: "field" }, el("span", {}, label), el("select", { class: "select", onchange: ({ target }) => onchange(target.value) }, all));
}

/** `view` knows the walk and changes it; see walk-maker.mjs. */
export function card(view, photo, at) {
  const { texts, kinds, themes, longest } = view.setup;
  const { by } = view.placed(photo);
  const title = fill(texts.photo, { n: at + 1 });
  const state = by ? texts[`placed-${by}`] : texts.unplaced;
  const button = (text, onclick, id) => el("button", { type: "button", class: "utrecht-button utrecht-button--secondary-action", onclick, id: `${id}-${photo.id}` }, text);
  const list = `namen-${photo.id}`;
  const search = el("input", {
    class: "utrecht-textbox", list, autocomplete: "off", type: "search",
    onchange: ({ target }) => {
      const place = view.names.get(target.value);
      if (place) view.place(photo, place);
    },
  });
  const matters = el("input", {
    type: "checkbox", checked: photo.matters,
    onchange: ({ target }) => {
      if (target.checked && !view.mayMatter()) {
        target.checked = false;
        view.say(fill(texts["matters-many"], { n: view.setup.mostMatter }));
        return;
      }
      view.change(photo, { matters: target.checked });
    },
  });
  return el("li", { class: `card walk-card ${view.isActive(photo) ? "walk-card-now" : ""}`, "data-photo": at + 1, "data-placed": by ?? "no" },
    el("details", { id: `foto-${photo.id}` },
      el("summary", {}, el("img", { class: "photo-small", src: picture(photo), alt: "", decoding: "async" }),
        el("span", {}, el("strong", {}, title), " ", el("span", { class: by ? "badge" : "badge badge-waiting" }, state))),
      el("div", { class: "stack" },
        view.doubts(photo).map((doubt) => el("p", { class: "utrecht-alert utrecht-alert--warning" }, doubt)),
        el("div", { class: "row" }, button(texts.move, () => view.point(photo), "wijs"), at > 0 && button(texts["hand-same"], () => view.samePlace(photo), "zelfde")),
        el("label", { class: "field" }, el("span", {}, texts["hand-list"]), search),
        el("datalist", { id: list }, [...view.names.keys()].map((name) => el("option", { value: name }))),
        el("label", { class: "field" }, el("span", {}, texts.caption), el("input", {
          class: "utrecht-textbox", type: "text", dir: "auto", maxlength: longest, value: photo.caption, autocomplete: "off", oninput: ({ target }) => view.change(photo, { caption: target.value }),
        })),
        select(texts.kind, texts["kind-none"], kinds, photo.kind, (kind) => view.change(photo, { kind })),
        select(texts.theme, texts["theme-none"], themes, photo.theme, (theme) => view.change(photo, { theme })),
        el("label", { class: "tick" }, matters, el("span", {}, texts.matters)),
        button(texts.away, () => view.away(photo), "weg"))));
}
