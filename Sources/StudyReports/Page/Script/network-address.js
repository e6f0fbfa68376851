// The address keeps what is seen, so that it can be passed on: the actor, what is hidden, the wave, the place.
function networkAddress(model, view, filter, choose) {
  const { data } = model, ours = /^#(actor|hide|wave|open|view)=/;
  let due = 0;
  const words = () => {
    const words = new URLSearchParams();
    const hidden = Object.entries(model.hidden).flatMap(([sort, some]) => [...some].map(value => sort + value));
    if (model.chosen >= 0) words.set("actor", data.actors.id[model.chosen]);
    if (hidden.length) words.set("hide", hidden.join("."));
    if (model.wave !== data.wave) words.set("wave", model.wave);
    if (model.open.size) words.set("open", [...model.open].join("."));
    const [x, y] = view.middle();
    if (!view.fitted) words.set("view", [x, y, view.k / view.fit()].map(number => number.toFixed(2)).join("_"));
    return String(words);
  };
  const address = { remember: () => {
    clearTimeout(due);
    due = setTimeout(() => {
      const text = words();
      if (text || ours.test(location.hash)) history.replaceState(null, "", "#" + (text || "network"));
    }, 250);
  } };
  // Does what the address says; whether it says anything. What it says of things that are not there is left.
  address.recall = () => {
    if (!ours.test(location.hash)) return false;
    const words = new URLSearchParams(location.hash.slice(1)), actor = data.actors.id.indexOf(words.get("actor"));
    if ([...words.keys()].some(key => key !== "actor")) {
      for (const hidden of Object.values(model.hidden)) hidden.clear();
      for (const [, sort, value] of (words.get("hide") ?? "").matchAll(/([a-z]+)(\d+)/g))
        if (Object.hasOwn(model.hidden, sort)) model.hidden[sort].add(Number(value));
      const wave = Number(words.get("wave") ?? data.wave);
      model.wave = Number.isInteger(wave) && wave >= -1 && wave < data.waves.length ? wave : data.wave;
      model.open = new Set((words.get("open") ?? "").split(".").filter(text => text).map(Number)
        .filter(hull => data.hulls.name[hull] !== undefined));
      model.choose(); filter.show();
    }
    const place = (words.get("view") ?? "").split("_").map(Number),
      isPlaced = place.length === 3 && place.every(Number.isFinite);
    choose(actor, !isPlaced);
    if (isPlaced) view.set(...view.centre(place[0], place[1], place[2] * view.fit()));
    return true;
  };
  return address;
}
