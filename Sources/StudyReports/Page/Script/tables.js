// Tables sort by the heading that is clicked, show ten rows at first, can be filtered, and copied as CSV.
const shortTable = 10;
for (const table of document.querySelectorAll("table")) {
  const body = table.tBodies[0], rows = [...body.rows], heads = [...table.tHead.rows[0].cells];
  const state = { all: !table.classList.contains("long"), words: "" };
  if (heads.length > 3) table.classList.add("cards");
  const shown = make("span", { role: "status" }), more = make("button"),
    find = make("input", { type: "search", placeholder: say("Filter rows"), "aria-label": say("Filter rows of this table") }),
    copy = make("button", {}, say("Copy as CSV")), tools = make("div", { class: "tools" }, shown, more, find, copy);
  const show = () => {
    const found = [...body.rows].filter(
      row => !(row.hidden = !row.textContent.toLowerCase().includes(state.words)));
    if (!state.all) found.forEach((row, place) => row.hidden = place >= shortTable);
    const count = state.all ? found.length : Math.min(shortTable, found.length);
    shown.textContent = say("{1} of {2} rows", count, rows.length);
    more.hidden = found.length <= shortTable; more.textContent = state.all ? say("Show ten") : say("Show all {1}", found.length);
  };
  on(more, "click", () => { state.all = !state.all; show(); });
  on(find, "input", () => { state.words = find.value.trim().toLowerCase(); show(); });
  on(copy, "click", async () => {
    const field = text => /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    const value = cell => field(cell.dataset.value ?? cell.textContent);
    const lines = [heads.map(head => field(head.textContent)), ...rows.map(row => [...row.cells].map(value))];
    const text = lines.map(line => line.join(",")).join("\n") + "\n";
    try { await navigator.clipboard.writeText(text); } catch {
      const area = make("textarea"); area.value = text; tools.append(area); area.select();
      document.execCommand("copy"); area.remove(); }
    copy.textContent = say("Copied"); setTimeout(() => copy.textContent = say("Copy as CSV"), 1500);
  });
  heads.forEach((head, column) => on(head.firstElementChild, "click", () => {
    const down = head.getAttribute("aria-sort") !== "descending";
    heads.forEach(other => other.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const key = row => { const cell = row.cells[column], value = cell.dataset.value;
      return value === undefined ? (cell.classList.contains("absent") ? null : cell.textContent) : Number(value); };
    body.append(...[...body.rows].sort((one, other) => { const x = key(one), y = key(other);
      if (x === null || y === null) return (x === null) - (y === null);
      const order = typeof x === "number" && typeof y === "number" ? x - y : String(x).localeCompare(String(y));
      return down ? -order : order; }));
    show();
  }));
  if (rows.length > shortTable) { table.closest(".table").append(tools); show(); }
}
