/**
 * The Typst template of a paper. It is a string in a module, not a file beside it, because a compiled
 * program carries its modules and nothing else: so it is found from the sources, from `dist` and from a bundle alike.
 *
 * Everything a person wrote arrives as data (`sys.inputs.data`, JSON, in the shape of `PaperData`) and is placed as
 * text. Nothing of it is ever put into this source, so markup in it stays text. Keep this source free of backticks
 * and of dollar signs: it stands in a template string.
 */
export const paperTemplate = String.raw`
#let paper = json(bytes(sys.inputs.data))
#let accent = rgb(paper.accent)
#let quiet = rgb("#4a5257")
#let hairline = 0.5pt + rgb("#8a9297")

#set document(
  title: paper.title,
  author: paper.cover.council,
  date: datetime(year: paper.day.at(0), month: paper.day.at(1), day: paper.day.at(2)),
)
#set text(font: paper.fonts, fallback: false, lang: "en", region: "GB", size: 11.5pt, fill: rgb("#16191b"))
#set par(leading: 0.68em, spacing: 1.05em)
#set page(
  paper: "a4",
  flipped: paper.landscape,
  margin: (x: 22mm, top: 27mm, bottom: 24mm),
  header: context {
    if here().page() > 1 {
      set text(size: 9pt, fill: quiet)
      set par(leading: 0.5em)
      grid(
        columns: (1fr, auto),
        gutter: 8mm,
        align: bottom,
        paper.title,
        strong(paper.cover.classification),
      )
      v(-2mm)
      line(length: 100%, stroke: hairline)
    }
  },
  footer: context {
    set text(size: 9pt, fill: quiet)
    grid(
      columns: (1fr, auto),
      gutter: 8mm,
      paper.cover.council + ", " + paper.cover.date,
      [Page #here().page() of #counter(page).final().first()],
    )
  },
)

#show link: it => text(fill: rgb("#0b4f8a"), underline(offset: 2pt, stroke: 0.5pt, it))
#show title: set text(size: 25pt, fill: accent, weight: "bold")
#show title: set par(leading: 0.45em)
#show heading: set text(fill: accent, weight: "bold")
#show heading: set block(sticky: true)
#show heading.where(level: 1): set text(size: 17pt)
#show heading.where(level: 2): set text(size: 14pt)
#show heading.where(level: 3): set text(size: 12pt)
#show heading.where(level: 1): set block(above: 1.9em, below: 0.9em)
#show heading.where(level: 2): set block(above: 1.6em, below: 0.8em)
#show heading.where(level: 3): set block(above: 1.4em, below: 0.7em)
// A table of a whole plan runs over many pages, so a figure may break.
#show figure: set block(breakable: true, above: 1.4em, below: 1.6em)
#set figure.caption(position: top)
#show figure.caption: it => block(width: 100%, sticky: true, align(left, strong(it.body)))
#show outline.entry.where(level: 1): set block(above: 0.9em)
#set outline(indent: 5mm)
#set list(marker: [•], indent: 2mm)
#set enum(indent: 2mm)

// The word always stands beside the shape, so the shape itself says nothing to a screen reader.
#let shape(name) = box(
  baseline: 10%,
  pdf.artifact(image(bytes(paper.shapes.at(name)), format: "svg", height: 0.8em)),
)
#let lead(href, body) = {
  if href.starts-with("#") { link(label(href.slice(1)), body) } else { link(href, body) }
}
#let run(it) = {
  if type(it) == str { it }
  else if it.kind == "strong" { strong(it.text) }
  else if it.kind == "break" { linebreak() }
  else if it.kind == "state" [#box[#shape(it.state)#h(0.3em)]#it.text]
  else if it.kind == "reference" {
    let body = text(weight: 600, number-width: "tabular", it.text)
    if "href" in it { lead(it.href, body) } else { body }
  }
  else { lead(it.href, it.text) }
}
#let words(runs) = if type(runs) == str { runs } else { runs.map(run).join() }
#let cell-of(it) = {
  if type(it) == dictionary { list(indent: 0mm, body-indent: 1.2mm, spacing: 0.55em, ..it.items.map(words)) }
  else { words(it) }
}

#let table-of(block) = figure(
  kind: table,
  caption: block.caption,
  numbering: none,
  supplement: none,
  {
    set par(linebreaks: "optimized")
    set text(size: 9.5pt, number-width: "tabular", hyphenate: true, costs: (hyphenation: 400%))
    set par(leading: 0.55em, justify: false)
    let names = block.rowHeader
    table(
      columns: block.columns.map(column => column.width * 1fr),
      align: (x, y) => (if block.columns.at(x).right { right } else { left }) + (if y == 0 { bottom } else { top }),
      inset: (x: 1.6mm, y: 1.5mm),
      stroke: (x, y) => (bottom: if y == 0 { 1.2pt + accent } else { hairline }),
      table.header(repeat: true, ..block.columns.map(column => strong(column.heading))),
      ..block.rows.map(row => row.cells.enumerate().map(((x, it)) => {
        table.cell(breakable: row.long, if x == 0 and names { strong(cell-of(it)) } else { cell-of(it) })
      })).flatten(),
    )
  },
)
#let figure-of(block) = figure(
  kind: image,
  caption: block.caption,
  numbering: none,
  supplement: none,
  {
    // At its own size, unless that is wider than the page, or higher than a page holds with caption and source.
    align(left, layout(room => {
      let picture(..size) = image(bytes(block.svg), format: "svg", alt: block.alt, ..size)
      let natural = measure(picture())
      let highest = if paper.landscape { 130mm } else { 215mm }
      let scale = calc.min(1, room.width / natural.width, highest / natural.height)
      picture(width: natural.width * scale)
    }))
    if block.source != none { align(left, text(size: 9pt, fill: quiet, block.source)) }
  },
)
#let note-of(block) = std.block(
  width: 100%,
  inset: (left: 4mm, y: 2.5mm, right: 3mm),
  stroke: (left: 2.5pt + accent),
  par(words(block.text)),
)
#let place-block(block) = {
  if block.kind == "heading" [#heading(level: block.level, block.text) #label(block.id)]
  else if block.kind == "paragraph" { par(words(block.text)) }
  else if block.kind == "list" {
    if block.ordered { enum(..block.items.map(words)) } else { list(..block.items.map(words)) }
  }
  else if block.kind == "table" { table-of(block) }
  else if block.kind == "figure" { figure-of(block) }
  else if block.kind == "note" { note-of(block) }
  else if block.kind == "page-break" { pagebreak(weak: true) }
  else if block.kind == "contents" { outline(title: [Contents], depth: 2) }
}

#text(size: 12pt, weight: "bold", fill: quiet, paper.cover.council)
#title()
#v(2mm)
#std.block(
  width: 100%,
  stroke: (top: 1.2pt + accent, bottom: 1.2pt + accent),
  inset: (y: 4mm),
  grid(
    columns: (34mm, 1fr),
    row-gutter: 3.4mm,
    ..paper.cover.lines.map(((name, lines)) => (
      par(strong(name + ":")),
      par(lines.join(linebreak())),
    )).flatten(),
  ),
)
#if paper.cover.summary.len() > 0 [
  #heading(level: 1, outlined: false, bookmarked: true)[Summary]
  #for it in paper.cover.summary { par(words(it)) }
]
#if paper.cover.recommendations.len() > 0 [
  #heading(level: 1, outlined: false, bookmarked: true)[Recommendations]
  #enum(spacing: 0.9em, ..paper.cover.recommendations.map(words))
]
#for block in paper.blocks { place-block(block) }
`;
