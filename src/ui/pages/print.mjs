// A page for paper prints at one press.
const button = document.getElementById("afdrukken");
button.hidden = false;
button.addEventListener("click", () => print());
