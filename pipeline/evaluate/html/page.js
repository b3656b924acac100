"use strict";
// Shows the card of the mark under the pointer or in focus, kept inside the window.
const card = document.getElementById("card");
function show(mark) {
  const content = mark.querySelector(".card");
  if (!content) return;
  card.innerHTML = content.innerHTML;
  card.hidden = false;
  const place = mark.getClientRects()[0];
  const left = Math.min(place.left, document.documentElement.clientWidth - card.offsetWidth - 12);
  const below = place.bottom + 8;
  const fits = below + card.offsetHeight < window.innerHeight || place.top < card.offsetHeight;
  card.style.left = `${Math.max(12, left) + window.scrollX}px`;
  card.style.top = `${(fits ? below : place.top - card.offsetHeight - 8) + window.scrollY}px`;
}
const hide = () => { card.hidden = true; };
const markOf = (event) => event.target.closest("mark");
document.addEventListener("pointerover", (event) => { const mark = markOf(event); if (mark) show(mark); });
document.addEventListener("pointerout", (event) => { if (markOf(event)) hide(); });
document.addEventListener("focusin", (event) => { const mark = markOf(event); if (mark) show(mark); });
document.addEventListener("focusout", hide);
document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });

// Filters, where the page has them.
const onlyMistakes = document.getElementById("only-mistakes");
const onlyWrong = document.getElementById("only-wrong");
const search = document.getElementById("search");
function filter() {
  const wanted = search.value.trim().toLowerCase();
  for (const article of document.querySelectorAll("article")) {
    const faulty = !onlyMistakes.checked || article.classList.contains("faulty");
    article.hidden = !faulty || !article.textContent.toLowerCase().includes(wanted);
  }
  document.body.classList.toggle("only-wrong", onlyWrong.checked);
}
if (search) {
  for (const control of [onlyMistakes, onlyWrong, search]) control.addEventListener("input", filter);
}
