// What is drawn for each kind of pin. The map, the legend and the icon sprite are all made from these, so a shape cannot mean two
// things. Paths are SVG path data on a 32 × 32 grid.

/** The four kinds of pin, strengths first. Shape and colour differ, so either is enough. */
export const KINDS = {
  "gaat-goed": {
    fill: "#2B7A4B",
    ink: "#FFFFFF",
    shape: "M16 2a14 14 0 1 1 0 28a14 14 0 1 1 0-28z",
    mark: "M16 23.6l-6.3-6.2a4.1 4.1 0 1 1 6.3-5.2a4.1 4.1 0 1 1 6.3 5.2z",
  },
  kracht: {
    fill: "#0B6E7F",
    ink: "#FFFFFF",
    shape:
      "M14.3 1.9a1.9 1.9 0 0 1 3.4 0l3.5 7.2l7.9 1.2a1.9 1.9 0 0 1 1 3.2l-5.7 5.6l1.3 7.9" +
      "a1.9 1.9 0 0 1-2.7 2l-7-3.7l-7 3.7a1.9 1.9 0 0 1-2.7-2l1.3-7.9l-5.7-5.6a1.9 1.9 0 0 1 1-3.2l7.9-1.2z",
    mark: "M16 12a2.5 2.5 0 1 1 0 5a2.5 2.5 0 1 1 0-5zM11.4 22.6a4.6 4.2 0 0 1 9.2 0z",
  },
  zorg: {
    fill: "#C2470B",
    ink: "#FFFFFF",
    shape: "M14.4 1.5a2.3 2.3 0 0 1 3.2 0l12.9 12.9a2.3 2.3 0 0 1 0 3.2l-12.9 12.9a2.3 2.3 0 0 1-3.2 0l-12.9-12.9a2.3 2.3 0 0 1 0-3.2z",
    mark: "M14.2 8.2h3.6l-.5 9.8h-2.6zM16 20a2.1 2.1 0 1 1 0 4.2a2.1 2.1 0 1 1 0-4.2z",
  },
  idee: {
    fill: "#5E3A9C",
    ink: "#FFD84D",
    shape: "M7 3h18a4 4 0 0 1 4 4v18a4 4 0 0 1-4 4h-18a4 4 0 0 1-4-4v-18a4 4 0 0 1 4-4z",
    mark:
      "M16 7a6.4 6.4 0 0 1 3.6 11.7c-.6.4-.9.9-.9 1.5h-5.4c0-.6-.3-1.1-.9-1.5a6.4 6.4 0 0 1 3.6-11.7z" +
      "M13.3 21.6h5.4v1.2a1.8 1.8 0 0 1-1.8 1.8h-1.8a1.8 1.8 0 0 1-1.8-1.8z",
  },
};
