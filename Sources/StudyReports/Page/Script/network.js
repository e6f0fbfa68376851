// An actor under the pointer keeps its own ties in sight.
for (const svg of document.querySelectorAll("svg.network")) {
  const ties = [...svg.querySelectorAll("[data-ends]")], actors = [...svg.querySelectorAll("[data-actor]")];
  const show = id => { const near = new Set([id]);
    for (const tie of ties) { const ends = tie.dataset.ends.split(" "), mine = ends.includes(id);
      tie.classList.toggle("faded", id !== null && !mine); if (mine) ends.forEach(end => near.add(end)); }
    for (const actor of actors) actor.classList.toggle("faded", id !== null && !near.has(actor.dataset.actor)); };
  if (ties.length) for (const actor of actors) {
    actor.addEventListener("pointerenter", () => show(actor.dataset.actor));
    actor.addEventListener("pointerleave", () => show(null));
  }
}
