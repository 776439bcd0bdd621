/*
 * Maps what the site's own scripts add, by the table that the style sheets were mapped by.
 *
 * Everything works without it. It observes and never polls; its callbacks run before anything is
 * painted, so no colour of an author's is seen first. What came with the page was mapped by the
 * proxy, and a mapped value is never mapped again. The browser's own object model does the parsing:
 * shorthands come apart, and what is no CSS is not there at all.
 *
 * Widths, heights and places that a script sets on an element were measured on the page as it is
 * now, enlarged: they stay. In sheets they are the author's, and are mapped.
 */
((table) => {
  'use strict'

  const MARK = '--a11y-' // in a value: it is mapped
  const DONE = 'data-a11y-done' // on a sheet: the proxy mapped it
  const UI = 'data-a11y-ui' // on an element: it is ours
  const MOST = 5000 // times that a page and we may answer each other before anything else happens

  // Taken before a site's script can change them; our own writes go past our patches.
  const { setProperty, removeProperty } = CSSStyleDeclaration.prototype
  const later = window.setTimeout.bind(window)
  const write = (style, name, value, priority) => setProperty.call(style, name, value, priority || '')
  const erase = (style, name) => removeProperty.call(style, name)
  const script = document.currentScript
  const site = (script && script.dataset.site) || location.origin

  // Names parted by spaces, each group with what it shares.
  const spread = (pairs, inner) => {
    const all = {}
    for (const [names, shared] of pairs) {
      const value = inner ? inner(shared) : shared
      names.split(' ').forEach((name) => { all[name] = value })
    }
    return all
  }
  const ANSWERS = spread(table.set, spread)
  const MEASURED = spread(table.measured, spread)
  const WITH_VAR = spread(table.var)
  const BY_FACT = table.facts.map(([fact, pairs]) => [fact, spread(pairs, spread)])
  const TWINS = {}
  for (const use of Object.keys(table.twins)) TWINS[use] = spread(table.twins[use])
  const HINTS = Object.keys(table.hints)
  const HINTED = {}
  for (const name of HINTS) HINTED[name] = spread(Object.entries(table.hints[name]))

  // ---- values -------------------------------------------------------------------------------

  const NUMBER = /^([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)(%|[a-z]*)$/
  const COLOUR = /^(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark|contrast-color)\(/
  const IMAGE = /(?:url|image-set|cross-fade|element|paint|src)\(/
  const lengthsIn = (units) =>
    new RegExp(`(^|[^\\w.#\\\\-])([-+]?(?:\\d+\\.?\\d*|\\.\\d+))(${units})(?![\\w\\\\%-])`, 'gi')
  const LENGTHS = lengthsIn(Object.keys(table.units).join('|'))
  const OF_THE_WINDOW = lengthsIn('(?:[sld]?v|cq)(?:w|h|i|b|min|max)')
  const papers = new Set(table.paper)

  const pixels = (value) => {
    const found = NUMBER.exec(value)
    if (!found) return NaN
    return +found[1] && found[1] * (table.units[found[2]] || NaN)
  }

  const scaled = (value) => value.replace(LENGTHS, (all, before, length, unit) =>
    +length ? `${before}calc(${+(length * table.units[unit.toLowerCase()]).toFixed(3)}px * var(--a11y-scale))` : all)

  // Nearly white or black is paper, as in the proxy; a colour that is not said in red, green and
  // blue counts as coloured.
  function colour(value) {
    const found = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(value)
    if (!found) return papers.has(value) ? 'paper' : 'surface'
    const [, red, green, blue, alpha] = found.map(Number)
    if (alpha === 0) return 'clear'
    const low = Math.min(red, green, blue) / 255
    const high = Math.max(red, green, blue) / 255
    const light = (low + high) / 2
    return high - low <= 0.08 && !(light > 0.22 && light < 0.9) ? 'paper' : 'surface'
  }

  function kindOf(value) {
    if (/(?:var|env)\(/.test(value)) return 'var'
    if (COLOUR.test(value)) return colour(value)
    if (IMAGE.test(value)) return 'url'
    if (value.includes('gradient(')) return 'gradient'
    if (value.includes('(')) return value.includes('%') ? 'calc%' : 'calc'
    return 'list'
  }

  const either = (entry, kind) => (kind in entry ? entry[kind] : entry.any)

  function measured(entry, amount, unit) {
    const family = unit in table.units ? 'px' : !unit ? 'number' : /^(?:%|r?em)$/.test(unit) ? unit : 'vw'
    const cuts = entry[family]
    if (!cuts) return entry.any
    const least = family === 'px' ? amount * table.units[unit] : amount
    let answer = cuts[1]
    for (let at = 2; at < cuts.length && cuts[at] <= least; at += 2) answer = cuts[at + 1]
    return answer
  }

  // Gives 0 for "leave it", or names and values in turn; an empty name is the property's own.
  function answerTo(entry, value) {
    const low = value.toLowerCase()
    const number = NUMBER.exec(low)
    if (number) return measured(entry, +number[1], number[2])
    if (!/^[a-z-]+$/.test(low)) return either(entry, kindOf(low))
    if (low in entry || !('surface' in entry) || table.words.includes(low)) return either(entry, low)
    return either(entry, colour(low))
  }

  const SIGNS = {
    $v: (value) => value,
    $f: scaled,
    $t: (value) => scaled(value).replace(OF_THE_WINDOW, '$1calc($2$3 * var(--a11y-scale))'),
    $k: (value) => parseFloat(value) / (value.endsWith('%') ? 100 : 1),
    $r: (value) => +(pixels(value) / 1024).toPrecision(4),
    $n: (value) => (/var\(\s*--([^\s,)]*)/.exec(value) || [])[1],
  }
  const filled = (text, value) => text.replace(/\$[vftkrn]/g, (sign) => SIGNS[sign](value))

  // ---- custom properties --------------------------------------------------------------------

  const dye = document.createElement('i').style

  // Gives a colour as the browser writes it, nothing for what is none.
  function dyed(...texts) {
    for (const text of texts) {
      dye.color = ''
      dye.color = text
      if (dye.color) return dye.color
    }
    return ''
  }

  // Beside `--x` stands what it is to each kind of use, as in the sheets: see custom.py.
  function setTwins(style, name, value) {
    const text = value.trim().toLowerCase()
    const known = /(?:var|env)\(/.test(text) ? '' : dyed(text, `${/^[\d.]+[\s,]+[\d.]+%/.test(text) ? 'hsl' : 'rgb'}(${text})`)
    for (const use of Object.keys(TWINS)) {
      const twin = MARK + use + name.slice(1)
      const answer = known && !(text in TWINS[use]) ? either(TWINS[use], colour(known))
        : /^[a-z-]+$/.test(text) ? either(TWINS[use], text) : answerTo(TWINS[use], value.trim())
      const after = answer ? filled(answer[0], value) : ''
      if (style.getPropertyValue(twin) === after) continue
      if (after) write(style, twin, after, style.getPropertyPriority(name))
      else erase(style, twin)
    }
  }

  // ---- a block of declarations --------------------------------------------------------------

  const drawn = (style) => IMAGE.test(style.getPropertyValue('background-image'))
  const size = (style, name) => pixels(style.getPropertyValue(name)) || 0
  const WRITTEN = ['color', 'font-size', 'font-family', 'line-height', 'text-align']
  const masks = (style, name) => !['', 'none', 'initial', 'unset', 'inherit'].includes(style.getPropertyValue(name))

  const FACTS = {
    root: (style, place) => place.root,
    masked: (style) => masks(style, 'mask-image') || masks(style, '-webkit-mask-image'),
    stroke: (style) => {
      const height = size(style, 'height')
      const width = size(style, 'width')
      return (height > 0 && height <= 5) || (style.getPropertyValue('height') !== '' && width > 0 && width <= 5)
    },
    icon: (style) => {
      const most = Math.max(size(style, 'width'), size(style, 'height'))
      return drawn(style) && size(style, 'width') * size(style, 'height') > 0 && most <= 64
        && !WRITTEN.some((name) => style.getPropertyValue(name))
    },
    clips: (style) => size(style, 'height') > 10 || size(style, 'max-height') > 10,
  }

  function entryOf(name, style, place) {
    const plain = name.replace(/^-[a-z]+-/, '')
    if (plain in MEASURED && (!place.sheet || FACTS.icon(style))) return null
    for (const [fact, entries] of BY_FACT) {
      if (entries[plain] && FACTS[fact](style, place)) return Object.assign({}, ANSWERS[plain], entries[plain])
    }
    return ANSWERS[plain] || MEASURED[plain]
  }

  // Shorthands of which the table knows more than of their parts.
  const WHOLE = ['overflow', 'white-space']
  const PARTS = new Set(['overflow-x', 'overflow-y', 'text-wrap-mode'])

  // `place` tells what a block is for: a rule of a sheet, the root element.
  function map(style, place) {
    const found = []
    const custom = []
    const own = new Set()
    const pending = []
    for (let at = 0; at < style.length; at++) {
      const name = style[at]
      const value = style.getPropertyValue(name)
      if (value === '') pending.push(name) // a part of a shorthand with a var() in it
      else if (!/^(?:initial|transparent|rgba\(.*, 0\))$/.test(value)) own.add(name)
      if (name.startsWith('--')) {
        if (!name.startsWith(MARK)) custom.push([name, value])
      } else if (value && !value.includes(MARK) && !PARTS.has(name)) found.push([name, value])
    }
    const shorthands = pending.length ? Object.keys(WITH_VAR) : []
    const covered = []
    for (const name of [...WHOLE, ...shorthands]) {
      const value = style.getPropertyValue(name)
      if (value) covered.push(name)
      if (value && !value.includes(MARK) && (WHOLE.includes(name) || value.includes('var('))) found.push([name, value])
    }
    for (const name of pending) {
      // another part of the shorthand was set anew: then nobody tells what it was
      const entry = ANSWERS[name]
      const lost = entry && 'var' in entry && !covered.some((short) => name.startsWith(short))
      if (lost && entry.var[1].startsWith('var(')) found.push([name, 'var(--_)'])
    }
    // seen as the author wrote it, before the first answer is written
    const answers = found.map(([name, value]) => {
      const entry = WITH_VAR[name] ? { any: WITH_VAR[name] } : entryOf(name, style, place)
      return [name, value, entry && answerTo(entry, value)]
    })
    for (const [name, value] of custom) setTwins(style, name, value)
    for (const [name, value, answer] of answers) {
      if (answer) carryOut(style, name, value, answer, own)
    }
  }

  function carryOut(style, name, value, answer, own) {
    const priority = style.getPropertyPriority(name)
    if (!answer.length) erase(style, name)
    for (let at = 0; at < answer.length; at += 2) {
      // what is added never takes the place of what the block says itself
      const added = answer[at].replace('$m', name)
      const text = filled(answer[at + 1], value)
      if (own.has(added) && !added.startsWith(MARK)) continue
      if (style.getPropertyValue(added || name) !== text) write(style, added || name, text, priority)
    }
  }

  // ---- sheets -------------------------------------------------------------------------------

  // Read once, while the page is empty and our sheet is there: later it would have the browser compute
  // styles between an author's colour and ours, and then fade from one to the other.
  const scale = +getComputedStyle(document.documentElement).getPropertyValue('--a11y-scale') || 1
  let quiet = false // while we do what our own patches would answer
  const scaledMedia = new WeakSet()
  const SIZES = new RegExp(`\\((?:[^()]*[^\\w()-])?(?:${table.sizes.join('|')})(?![\\w-])[^()]*\\)`, 'gi')
  const MEDIA_LENGTHS = new RegExp(`(\\d*\\.?\\d+)(${table.scaled.join('|')})(?![\\w-])`, 'gi')

  function enlarged(queries) {
    return queries.replace(SIZES, (query) => query.replace(MEDIA_LENGTHS, (all, length, unit) =>
      `${+(length * scale).toFixed(4)}${unit}`))
  }

  function enlarge(media) {
    if (scaledMedia.has(media)) return
    scaledMedia.add(media)
    const after = enlarged(media.mediaText)
    if (after !== media.mediaText) media.mediaText = after
  }

  const ROOT = /^(?:html|:root)(?:[.#][\w-]+|\[[^\]]*\]|:(?:not|is|where|lang)\([^)]*\))*$/i

  function mapRule(rule) {
    if (!rule) return
    if (rule.type === CSSRule.IMPORT_RULE) return dropForeign(rule)
    if (rule.type === CSSRule.FONT_FACE_RULE || rule.type === CSSRule.PAGE_RULE) return
    if (rule.media) enlarge(rule.media)
    if (rule.style) {
      map(rule.style, { sheet: true, root: ROOT.test(rule.selectorText) })
    }
    if (rule.cssRules) Array.from(rule.cssRules).forEach(mapRule)
  }

  function dropForeign(rule) {
    const sheet = rule.parentStyleSheet
    if (isOurs(rule.href)) return
    sheet.deleteRule(Array.from(sheet.cssRules).indexOf(rule))
  }

  // Gives whether the sheet could be read; one of another host cannot, unless it says so itself.
  function mapSheet(sheet) {
    try {
      Array.from(sheet.cssRules).forEach(mapRule)
      return true
    } catch (unreadable) {
      return false
    }
  }

  const known = new WeakSet()

  function mapStyleElement(element) {
    const sheet = element.sheet
    if (!sheet || known.has(sheet) || element.hasAttribute(UI)) return
    known.add(sheet)
    mapSheet(sheet)
    enlarge(sheet.media)
  }

  const isOurs = (href) => {
    try {
      return new URL(href, document.baseURI).origin === location.origin
    } catch (malformed) {
      return false
    }
  }

  const held = new WeakMap()

  // A sheet of our origin was mapped on its way. One of another host is held back until it is
  // mapped here, which it must allow; without that it would bring colours that nobody has checked.
  function mapLink(link) {
    const rel = link.rel.toLowerCase().split(/\s+/)
    if (!rel.includes('stylesheet') || !link.href || link.hasAttribute(UI) || link.hasAttribute(DONE)) return
    if (held.get(link) === link.href) return
    if (site !== location.origin && link.href.startsWith(`${site}/`)) link.href = link.href.slice(site.length)
    held.set(link, link.href)
    if (isOurs(link.href)) {
      link.media = enlarged(link.media)
      return
    }
    const media = link.media
    link.media = 'not all'
    if (/^https?:/.test(link.href)) {
      link.crossOrigin = 'anonymous'
      link.setAttribute('href', link.href) // fetched anew, and this time it may be read
    }
    link.addEventListener('load', () => {
      if (link.sheet && mapSheet(link.sheet)) link.media = enlarged(media)
    }, { once: true })
  }

  // ---- elements -----------------------------------------------------------------------------

  // A presentational attribute becomes a style, which is then mapped as any other.
  function mapHint(element, name) {
    const property = HINTED[name][element.localName]
    if (property === undefined || !element.hasAttribute(name)) return
    let value = element.getAttribute(name).trim().toLowerCase()
    if (name === 'align' && value !== 'justify') return
    const step = name === 'size' && /^([-+]?)(\d+)/.exec(value) // 1 to 7, or steps from 3 (HTML §2.3.7)
    if (step) value = table.steps[Math.min(Math.max(+(step[1] + step[2]) + (step[1] && 3), 1), 7) - 1]
    // a legacy colour may lack its #, and is never invalid (HTML §2.3.6)
    if (property.endsWith('color') && value) value = dyed(value, `#${value}`) || 'red'
    element.removeAttribute(name)
    if (property && !element.style.getPropertyValue(property)) write(element.style, property, value)
  }

  const PAINTS = ['fill', 'stroke']
  const PAINTED = /\b(?:fill|stroke|stop-color)\s*(?:=\s*"|:)\s*(?!none|currentcolor|inherit|transparent|context|var\(--a11y)[^";!}]+/gi

  function isDrawing(svg) {
    const paints = svg.outerHTML.match(PAINTED) || []
    const colours = paints.map((paint) => paint.replace(/^.*?[:"]\s*/, '').trim().toLowerCase())
    return new Set(colours).size > 1 || svg.querySelector('linearGradient,radialGradient,pattern,image')
  }

  // An icon takes the ink; what says something by its colours keeps them, on a light plate.
  function paint(svg) {
    if (svg.style.backgroundColor === table.plate) return
    if (isDrawing(svg)) {
      write(svg.style, 'background-color', table.plate)
      return
    }
    for (const part of [svg, ...svg.querySelectorAll('[fill],[stroke],[style]')]) {
      for (const name of PAINTS) {
        const value = part.getAttribute(name)
        const answer = value && !value.includes(MARK) && answerTo(ANSWERS[name], dyed(value) || value.trim())
        if (answer && answer.length) part.setAttribute(name, filled(answer[1], value))
      }
      if (part.hasAttribute('style') && part.style) map(part.style, {})
    }
    if (!svg.hasAttribute('fill')) svg.setAttribute('fill', 'currentcolor')
  }

  function outermost(element) {
    let svg = element.localName === 'svg' ? element : element.ownerSVGElement
    while (svg && svg.ownerSVGElement) svg = svg.ownerSVGElement
    return svg
  }

  const SVG = 'http://www.w3.org/2000/svg'
  const ANY = ['[style]', 'style', 'link', 'svg', ...HINTS.map((name) => `[${name}]`)].join()
  let svgs = new Set()

  function visit(element) {
    if (element.hasAttribute(UI)) return
    if (element.namespaceURI === SVG) {
      const svg = outermost(element)
      if (svg) svgs.add(svg)
      return
    }
    if (element.localName === 'link') mapLink(element)
    if (element.localName === 'style' && !element.hasAttribute(DONE)) mapStyleElement(element)
    for (const name of HINTS) mapHint(element, name)
    if (element.hasAttribute('style')) map(element.style, { root: element === document.documentElement })
  }

  function visitAll(root) {
    if (root.nodeType !== Node.ELEMENT_NODE) return
    visit(root)
    root.querySelectorAll(ANY).forEach(visit)
  }

  // ---- observing ----------------------------------------------------------------------------

  const OBSERVED = {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['style', 'media', 'href', 'rel', ...PAINTS, ...HINTS],
  }
  let turns = 0

  function attend(record, added) {
    const { target } = record
    if (record.type === 'attributes') {
      visit(target)
      return
    }
    const style = record.type === 'characterData' ? target.parentNode : target
    if (style && style.localName === 'style' && style.namespaceURI !== SVG) {
      // the text that came with the page is mapped: the parser adds it, and takes none away
      const delivered = style.hasAttribute(DONE) && !record.removedNodes.length
        && record.type === 'childList' && (added.has(style) || document.readyState === 'loading')
      if (!delivered) mapStyleElement(style)
    }
    for (const node of record.addedNodes) {
      // the visit to its parent has covered it
      if (!added.has(node.parentNode)) visitAll(node)
      added.add(node)
    }
  }

  const observer = new MutationObserver((records) => {
    // a page that undoes what we do must not keep the browser busy for ever
    if (!turns) later(() => { turns = 0 })
    if (++turns > MOST) return
    const added = new Set()
    svgs = new Set()
    try {
      for (const record of records) attend(record, added)
      svgs.forEach(paint)
    } finally {
      observer.takeRecords() // our own writes
    }
  })
  observer.observe(document, OBSERVED)

  // ---- what no observer sees: sheets made by scripts, and shadow trees ------------------------

  // A proxy of the native function: its name, length, results and exceptions are the native's.
  function after(prototype, name, then) {
    const native = prototype && Object.getOwnPropertyDescriptor(prototype, name)
    const key = native && (native.value ? 'value' : 'set')
    if (!native || !native[key]) return
    native[key] = new Proxy(native[key], {
      apply(target, self, given) {
        const result = Reflect.apply(target, self, given)
        if (!quiet) try {
          then(self, given, result)
        } catch (ours) {
          // a site's script never fails by us
        }
        return result
      },
    })
    Object.defineProperty(prototype, name, native)
  }

  const prototypeOf = (name) => window[name] && window[name].prototype
  const inserted = (list, given, index) => mapRule(list.cssRules[index])

  after(CSSStyleSheet.prototype, 'insertRule', inserted)
  after(CSSStyleSheet.prototype, 'addRule', (sheet, given) =>
    mapRule(sheet.cssRules[given.length > 2 ? given[2] : sheet.cssRules.length - 1]))
  after(CSSStyleSheet.prototype, 'replaceSync', mapSheet)
  after(CSSStyleSheet.prototype, 'replace', (sheet, given, done) => {
    done.then(() => mapSheet(sheet), () => {})
  })
  for (const name of ['CSSGroupingRule', 'CSSMediaRule', 'CSSStyleRule']) after(prototypeOf(name), 'insertRule', inserted)
  after(prototypeOf('CSSKeyframesRule'), 'appendRule', (frames) => mapRule(frames.cssRules[frames.cssRules.length - 1]))
  after(CSSStyleDeclaration.prototype, 'setProperty', (style) => {
    if (style.parentRule) mapRule(style.parentRule)
  })

  let guarantees = null

  // The appearance sheet for a shadow tree, which the document's own does not reach.
  function adoptOurs(root) {
    if (!guarantees) {
      const link = document.querySelector(`link[${UI}][rel=stylesheet]`)
      if (!link || !link.sheet) return
      guarantees = new CSSStyleSheet()
      quiet = true
      guarantees.replaceSync(Array.from(link.sheet.cssRules, (rule) => rule.cssText).join('\n'))
      quiet = false
    }
    if (!root.adoptedStyleSheets.includes(guarantees)) {
      adopt.call(root, [guarantees, ...root.adoptedStyleSheets])
    }
  }

  const sheets = Object.getOwnPropertyDescriptor(prototypeOf('ShadowRoot') || {}, 'adoptedStyleSheets')
  const adopt = sheets && sheets.set

  after(Element.prototype, 'attachShadow', (host, given, root) => {
    observer.observe(root, OBSERVED)
    if (adopt) adoptOurs(root)
  })
  if (adopt) after(ShadowRoot.prototype, 'adoptedStyleSheets', adoptOurs)
})(TABLE)
