import { getSchema } from '@tiptap/core'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { MAX_DOCUMENT_BYTES, NotesDocument } from '../../../main/host/notes/notes-document.ts'
import { notesSchema } from '../../../renderer/notes/notes-schema.ts'
import { MARK_NAMES, NODE_ATTRIBUTES, NODE_NAMES } from '../../../shared/notes/vocabulary.ts'
import { textOf, typeInto } from '../../fixtures/notes-table.ts'

const ITEM = 'it_aaaaaa'

/** The host's document and a page's copy of it. */
function given() {
  const host = new NotesDocument()
  host.declare([ITEM])
  const page = new Y.Doc()
  const sync = () => Y.applyUpdate(page, host.missingFor(Y.encodeStateVector(page)) ?? new Uint8Array())
  sync()
  const written = (change: () => void): Uint8Array => {
    const before = Y.encodeStateVector(page)
    change()
    return Y.encodeStateAsUpdate(page, before)
  }
  return { host, page, sync, written }
}

describe("the host's document", () => {
  it('is encoded once for all who join, and anew after every change', () => {
    const { host, page, written } = given()
    const nothing = Y.encodeStateVector(new Y.Doc())
    const first = host.missingFor(nothing)
    expect(host.missingFor(nothing)).toBe(first)
    host.apply(written(() => typeInto(page, ITEM, '变了')))
    const second = host.missingFor(nothing)
    expect(second).not.toBe(first)
    const joiner = new Y.Doc()
    Y.applyUpdate(joiner, second ?? new Uint8Array())
    expect(textOf(joiner.getXmlFragment(ITEM))).toBe('变了')
  })

  it('is full when it is as large as a phone can be asked to load, and knows it again after a restart', () => {
    const { host, page, written } = given()
    const piece = '字'.repeat(60_000)
    while (host.hasRoomFor(piece.length * 3 + 100)) {
      expect(host.isFull).toBe(false)
      host.apply(written(() => typeInto(page, ITEM, piece)))
    }
    const size = () => host.missingFor(Y.encodeStateVector(new Y.Doc()))?.length ?? 0
    expect(size()).toBeLessThanOrEqual(MAX_DOCUMENT_BYTES)
    const last = Math.floor((MAX_DOCUMENT_BYTES - size() - 1_000) / 3)
    host.apply(written(() => typeInto(page, ITEM, '字'.repeat(last))))
    expect(host.isFull).toBe(true)
    expect(size()).toBeLessThanOrEqual(MAX_DOCUMENT_BYTES)
    const again = new NotesDocument()
    again.load([host.missingFor(Y.encodeStateVector(new Y.Doc())) ?? new Uint8Array()])
    expect(again.isFull).toBe(true)
  })

  it('writes nothing for an update that it has already', () => {
    const { host, page, written } = given()
    const update = written(() => typeInto(page, ITEM, '一次'))
    expect(host.apply(update).fresh).toHaveLength(1)
    expect(host.apply(update)).toEqual({ verdict: 'ok', fresh: [] })
  })

  it('hands nobody an update whose predecessor it lacks', () => {
    const { host, page, written } = given()
    const first = written(() => typeInto(page, ITEM, '先'))
    const second = written(() => typeInto(page, ITEM, '后'))
    // Asked by somebody who has something already: not from the cache.
    const known = host.stateVector()
    const before = host.missingFor(known)
    expect(host.apply(second)).toEqual({ verdict: 'gap', fresh: [] })
    expect(host.missingFor(known)).toEqual(before)
    expect(host.apply(first).verdict).toBe('ok')
    expect(host.apply(second).verdict).toBe('ok')
  })

  it('takes lists, headings, bold and line breaks as the editor writes them', () => {
    const { host, page, written } = given()
    const update = written(() => {
      const fragment = page.getXmlFragment(ITEM)
      const heading = new Y.XmlElement('heading')
      heading.setAttribute('level', 3 as never)
      const text = new Y.XmlText('要点')
      heading.insert(0, [text])
      const [list, item, paragraph] = [
        new Y.XmlElement('orderedList'),
        new Y.XmlElement('listItem'),
        new Y.XmlElement('paragraph'),
      ]
      list.setAttribute('start', 1 as never)
      paragraph.insert(0, [new Y.XmlText('第一条'), new Y.XmlElement('hardBreak')])
      item.insert(0, [paragraph])
      list.insert(0, [item])
      fragment.insert(0, [heading, list])
      text.format(0, 1, { bold: {} })
    })
    expect(host.apply(update).verdict).toBe('ok')
    expect(host.texts().get(ITEM)?.content?.slice(0, 2)).toEqual([
      {
        type: 'heading',
        attrs: { level: 3 },
        content: [
          { type: 'text', text: '要', marks: [{ type: 'bold' }] },
          { type: 'text', text: '点' },
        ],
      },
      {
        type: 'orderedList',
        attrs: { start: 1 },
        content: [
          {
            type: 'listItem',
            content: [{ type: 'paragraph', content: [{ type: 'text', text: '第一条' }, { type: 'hardBreak' }] }],
          },
        ],
      },
    ])
  })

  it('is only read when its texts are asked for', () => {
    const { host, page, written } = given()
    host.apply(written(() => typeInto(page, ITEM, '字')))
    const before = host.stateVector()
    host.texts()
    expect(host.stateVector()).toEqual(before)
    expect(host.declare([]).length).toBe(0)
  })

  it('takes out, within the same update, what may not be where it was put', () => {
    const { host, page, sync, written } = given()
    const update = written(() => {
      typeInto(page, ITEM, '留下的')
      page.getXmlFragment(ITEM).insert(1, [new Y.XmlElement('listItem')])
    })
    const { fresh, verdict } = host.apply(update)
    expect(verdict).toBe('foreign')
    const other = new Y.Doc()
    for (const update of [host.missingFor(Y.encodeStateVector(other)), ...fresh])
      Y.applyUpdate(other, update ?? new Uint8Array())
    expect(textOf(other.getXmlFragment(ITEM))).toBe('留下的')
    sync()
    expect(page.getXmlFragment(ITEM).toString()).toBe(other.getXmlFragment(ITEM).toString())
  })

  it('survives lists nested three thousand deep in one update, and refuses more', () => {
    const { host, page, written } = given()
    const nest = (depth: number) =>
      page.transact(() => {
        let parent: Y.XmlFragment = page.getXmlFragment(ITEM)
        for (let level = 0; level < depth; level++) {
          const inner = new Y.XmlElement(level % 2 === 0 ? 'bulletList' : 'listItem')
          parent.insert(0, [inner])
          parent = inner
        }
      })
    expect(host.apply(written(() => nest(3_000))).verdict).toBe('foreign')
    expect(JSON.stringify(host.texts().get(ITEM)).match(/bulletList/g)?.length).toBe(10)
    expect(host.apply(written(() => nest(3_001)))).toEqual({ verdict: 'foreign', fresh: [] })
  })

  it('is the same after its updates were loaded again, with the items that were declared', () => {
    const host = new NotesDocument()
    const updates = [...host.declare([ITEM, 'it_bbbbbb'])]
    const page = new Y.Doc()
    Y.applyUpdate(page, host.missingFor(Y.encodeStateVector(page)) ?? new Uint8Array())
    page.on('update', (update: Uint8Array) => updates.push(...host.apply(update).fresh))
    for (let round = 0; round < 50; round++) typeInto(page, round % 2 === 0 ? ITEM : 'it_bbbbbb', `${round} `)
    const again = new NotesDocument()
    again.load(updates)
    expect(again.texts()).toEqual(host.texts())
    expect(again.declare([ITEM])).toEqual([])
  })
})

describe("the editor's schema", () => {
  it('has exactly the elements and marks that the host accepts', () => {
    const schema = getSchema([...notesSchema])
    const elements = Object.keys(schema.nodes).filter((name) => name !== 'doc' && name !== 'text')
    expect(elements.sort()).toEqual([...NODE_NAMES].sort())
    expect(Object.keys(schema.marks).sort()).toEqual([...MARK_NAMES].sort())
    for (const name of elements) {
      const attributes = Object.keys(schema.nodes[name]?.spec.attrs ?? {})
      expect(attributes.sort()).toEqual([...(NODE_ATTRIBUTES[name] ?? [])].sort())
    }
  })
})
