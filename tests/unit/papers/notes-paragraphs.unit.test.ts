import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MAX_PARAGRAPHS, notesParagraphs, UNKNOWN_MARK } from '../../../shared/papers/notes-paragraphs.ts'
import { textOf } from '../../../shared/papers/paragraph.ts'

const text = (value: string, bold = false) => ({
  type: 'text',
  text: value,
  ...(bold ? { marks: [{ type: 'bold' }] } : {}),
})
const paragraph = (...content: readonly unknown[]) => ({ type: 'paragraph', content })
const list = (type: string, ...items: readonly (readonly unknown[])[]) => ({
  type,
  content: items.map((content) => ({ type: 'listItem', content })),
})
const doc = (...content: readonly unknown[]) => ({ type: 'doc', content })
const said = (notes: unknown) => notesParagraphs(notes).map(textOf)

describe('notes in a paper', () => {
  test('are paragraphs, with bold where it was bold and in headings', () => {
    const notes = doc(
      { type: 'heading', attrs: { level: 3 }, content: [text('现场')] },
      paragraph(text('甲'), text('乙', true), text('丙')),
    )
    expect(notesParagraphs(notes)).toEqual([
      [{ text: '现场', bold: true }],
      [
        { text: '甲', bold: false },
        { text: '乙', bold: true },
        { text: '丙', bold: false },
      ],
    ])
  })

  test('are printed up to a number of paragraphs, and then it is said how many more there are', () => {
    const notes = (count: number) =>
      doc(...Array.from({ length: count }, (_, index) => paragraph(text(`第${index}段`))))
    expect(said(notes(MAX_PARAGRAPHS))).toHaveLength(MAX_PARAGRAPHS)
    expect(said(notes(MAX_PARAGRAPHS)).at(-1)).toBe(`第${MAX_PARAGRAPHS - 1}段`)
    expect(said(notes(MAX_PARAGRAPHS + 3)).slice(-2)).toEqual([`第${MAX_PARAGRAPHS - 1}段`, '〔其余 3 段未印〕'])
  })

  test('have lists with dashes and ordinals of the third and fourth level', () => {
    const inner = list('orderedList', [paragraph(text('子一'))], [paragraph(text('子二'))])
    const notes = doc(
      list('bulletList', [paragraph(text('甲'))], [paragraph(text('乙'))]),
      list('orderedList', [paragraph(text('一')), paragraph(text('续'))], [paragraph(text('二')), inner]),
    )
    expect(said(notes)).toEqual(['——甲', '——乙', '1.一', '续', '2.二', '（1）子一', '（2）子二'])
  })

  test('number a list from where it was told to begin, and pass over empty items', () => {
    const ordered = {
      ...list('orderedList', [paragraph(text('丙'))], [paragraph()], [paragraph(text('丁'))]),
      attrs: { start: 3 },
    }
    expect(said(ordered)).toEqual(['3.丙', '4.丁'])
  })

  test('begin a new paragraph at a hard break, and indent by no space', () => {
    expect(said(doc(paragraph(text('　　甲  '), { type: 'hardBreak' }, text('\t乙'))))).toEqual(['甲', '乙'])
  })

  test('mark what is not known, and keep its text', () => {
    const notes = doc(
      { type: 'voteResult', attrs: { id: 'vt_1' } },
      { type: 'blockquote', content: [paragraph(text('引文'))] },
      paragraph(text('前'), { type: 'mention', text: '张三' }, text('后')),
    )
    expect(said(notes)).toEqual([UNKNOWN_MARK, `${UNKNOWN_MARK}引文`, `前${UNKNOWN_MARK}张三后`])
  })

  test('are nothing when there are none', () => {
    for (const nothing of [null, undefined, {}, [], doc(), doc(paragraph()), 7]) {
      expect(said(nothing).filter((line) => line !== UNKNOWN_MARK)).toEqual([])
    }
    expect(said(undefined)).toEqual([])
  })

  test('that are nested beyond all sense are cut, with the mark', () => {
    let deep: unknown = paragraph(text('底'))
    for (let depth = 0; depth < 20_000; depth += 1) deep = list('bulletList', [deep])
    expect(said(deep).join()).toContain(UNKNOWN_MARK)
  })

  test('of whatever shape come out whole: every letter of every text', () => {
    const letters = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), minLength: 1, maxLength: 3 })
    const holders = fc.constantFrom('doc', 'paragraph', 'heading', 'bulletList', 'orderedList', 'listItem', 'quote')
    const { node } = fc.letrec<{ node: Shape }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'medium' },
        fc.record({ type: fc.constantFrom('text', 'mention'), text: letters }),
        fc.record({ type: fc.constant('hardBreak') }),
        fc.record({ type: holders, content: fc.array(tie('node'), { maxLength: 4 }) }),
      ),
    }))
    const lettersOf = (text: string) => [...text.replace(/[^甲乙丙]/g, '')].sort().join('')
    const textIn = ({ content = [], text = '' }: Shape): string => `${text}${content.map(textIn).join('')}`
    fc.assert(
      fc.property(node, (tree) => {
        expect(lettersOf(said(tree).join(''))).toBe(lettersOf(textIn(tree)))
      }),
      { numRuns: 500 },
    )
    fc.assert(fc.property(fc.anything(), (anything) => void notesParagraphs(anything)))
  })
})

type Shape = { readonly type: string; readonly text?: string; readonly content?: readonly Shape[] }
