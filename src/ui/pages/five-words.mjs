// The five words that a telephone read from a receipt: they stand behind the # of the address, which no server gets to see. They are
// filled in, and leave the address, so that it can be shown or passed on.
const words = /^#((?:[a-z]+-){4}[a-z]+)$/.exec(location.hash)?.[1];
const field = document.getElementById("vijf-woorden");
if (words) {
  history.replaceState(null, "", location.pathname + location.search);
  field.value ||= words.replaceAll("-", " ");
  field.form.querySelector("button").focus();
}
