// What is told of the actor that is chosen; links in it choose others.
function networkCard(model, choose) {
  const { data } = model, { actors } = data,
    card = make("aside", { class: "card", tabindex: "-1", hidden: "" });
  const addPartners = (title, partners) => {
    if (!partners.length) return;
    partners.sort((a, b) => actors.r[b.actor] - actors.r[a.actor] || a.actor - b.actor);
    const item = ({ tie, actor }) => make("li", {}, networkLink(data, actor),
      make("small", {}, " " + networkTie(model, tie)));
    card.append(make("h4", {}, `${title} ${partners.length}`), make("ul", {}, ...partners.map(item)));
  };
  card.show = actor => {
    card.replaceChildren(); card.hidden = actor < 0;
    if (actor < 0) return;
    const { gave, received } = model.partners(actor), told = make("dl");
    for (const [label, text] of networkLines(model, actor))
      told.append(make("dt", {}, label), make("dd", {}, text));
    card.setAttribute("aria-label", actors.name[actor]);
    card.append(make("a", { href: "#actor=", class: "close", "aria-label": say("Close") }, "×"),
      make("h3", {}, actors.name[actor]), told);
    addPartners(data.directed ? say("Gave to") : say("Exchanged with"), gave);
    addPartners(say("Received from"), received);
    if (model.isFiltered()) card.append(make("p", {}, say("Partners as the legend chooses them.")));
    card.append(make("p", {}, networkLink(data, actor, say("Link to this card"))));
    card.scrollTop = 0;
  };
  on(card, "click", event => {
    const link = event.target.closest("a");
    if (!link) return;
    event.preventDefault(); choose(actors.id.indexOf(decodeURIComponent(link.hash.slice(7))));
  });
  return card;
}

function networkLink(data, actor, words = data.actors.name[actor]) {
  return make("a", { href: "#actor=" + encodeURIComponent(data.actors.id[actor]) }, words);
}

// What the study says of an actor; else what the picture itself knows of it.
function networkLines({ data, hull, gate, isolated }, actor) {
  const card = data.cards[actor];
  if (card?.about.length) return card.about.map((at, line) => [data.labels[at], card.text[line]]);
  return [[say("Kind"), data.groups[data.actors.group[actor]]], [say("Cluster"), data.hulls.name[hull[actor]]],
    [say("Position"), gate[actor] && say("Gatekeeper: tied inside and outside its cluster")],
    [say("Ties"), isolated[actor] && say("None")]]
    .filter(([, text]) => text);
}

// On which topics and on whose word: of the ties of a pair in the wave that is shown.
function networkTie({ data, set, wave }, tie) {
  const strands = data.sets[set[tie]].map(place => data.strands[place])
    .filter(strand => wave < 0 || strand[2] < 0 || strand[2] === wave);
  const words = (place, names) => [...new Set(strands.map(strand => strand[place]))]
    .filter(at => at >= 0).map(at => names[at]).join(", ");
  return [words(0, data.topics), words(3, data.evidence)].filter(text => text).join(say("; by "));
}

// Every actor with what is told of it, for readers who do not see the picture; made when it is opened.
function networkList(model) {
  const { data, count } = model, list = make("ul"),
    title = say("The {1} actors as a list", count.toLocaleString(document.documentElement.lang));
  const details = make("details", { class: "actors" }, make("summary", {}, title), list);
  on(details, "toggle", () => {
    if (details.open) list.replaceChildren(...data.actors.name.map((_, actor) =>
      make("li", {}, networkLink(data, actor), ": " + model.describe(actor))));
  });
  return details;
}
