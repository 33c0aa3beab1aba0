import { describe, expect, it } from 'vitest'
import { assignmentOf, itemState } from '../../../../renderer/attendee/agenda/item-lines.ts'
import { endedWords } from '../../../../renderer/attendee/ended/ended-words.ts'
import { outcomeTags } from '../../../../renderer/attendee/vote/outcome.ts'
import { loadedFirst } from '../../../../renderer/build/size-limit.ts'
import { chineseCount } from '../../../../renderer/ui/chinese-count.ts'
import { missingPartiesWords } from '../../../../renderer/ui/party-words.ts'
import { passWords } from '../../../../renderer/ui/rule-words.ts'
import { type CloseReason, closeCodes } from '../../../../shared/protocol/close-codes.ts'
import type { Rule } from '../../../../shared/rules/rule.ts'
import { assigned, firstItem, itemFinished, itemStarted, opening, resolution } from '../../../fixtures/small-meeting.ts'
import { heldAfter } from './held-meeting.ts'

const ruleOf = (pass: Rule['pass']): Rule => ({ ...opening.rule, pass })
const half = { num: 1, den: 2 }

describe('words on a phone', () => {
  it('says for every end what happened and which button is next', () => {
    for (const reason of Object.keys(closeCodes) as CloseReason[]) {
      const { button, text, title } = endedWords(reason)
      expect([title, text, button].every((part) => part.length > 1)).toBe(true)
      expect(text).toMatch(/。$/)
    }
  })

  it('says when a motion passes, with the number where it is known', () => {
    const known = { entitled: 21, present: 18 }
    expect(passWords(ruleOf({ den: 'entitled', op: '>', share: half }), known)).toBe(
      '赞成超过应到人数的一半（10.5）算通过',
    )
    expect(passWords(ruleOf({ den: 'present', op: '>=', share: { num: 2, den: 3 } }), known)).toBe(
      '赞成达到实到人数的 2/3（12）算通过',
    )
    expect(passWords(ruleOf({ den: 'present', op: '>=', share: { num: 2, den: 3 } }), { ...known, present: 20 })).toBe(
      '赞成达到实到人数的 2/3（13又1/3）算通过',
    )
    expect(passWords(ruleOf({ den: 'participating', op: '>', share: half }), known)).toBe(
      '赞成超过参与表决人数的一半算通过',
    )
    expect(passWords(ruleOf({ den: 'against', op: '>', share: { num: 1, den: 1 } }), known)).toBe('赞成多于反对算通过')
  })

  it('says where an item stands, and 两 of two', () => {
    const state = (...events: Parameters<typeof heldAfter>) => {
      const [item] = heldAfter(...events).agenda
      return item === undefined ? null : itemState(item)
    }
    expect(state()).toBe('还没议')
    expect(state(itemStarted(firstItem))).toMatch(/^正在议，\d\d:\d\d 开始$/)
    expect(state(itemStarted(firstItem), itemFinished(firstItem))).toMatch(/^已议，/)
    expect([1, 2, 12].map(chineseCount)).toEqual(['一', '两', '十二'])
    expect(assignmentOf(heldAfter(), null)).toBeNull()
    expect(assignmentOf(heldAfter(assigned), resolution)).toBe('交物业公司办，2026年12月31日前办完')
  })

  it('names the sides that are missing, and those that nobody on the roster stands for', () => {
    const side = { required: true, here: false }
    expect(
      missingPartiesWords([
        { ...side, name: '物业企业', onRoster: true },
        { ...side, name: '业委会', onRoster: false },
      ]),
    ).toBe('缺：物业企业、业委会（名册上没有这一方的人）')
  })

  it('gives gold to nothing but what has passed', () => {
    const golden = Object.entries(outcomeTags).filter(([, tag]) => tag === 'passed')
    expect(golden.map(([outcome]) => outcome)).toEqual(['passed'])
  })
})

describe('the size of the page', () => {
  it('counts what is loaded at first, once, and not what is fetched later', () => {
    const chunks = {
      'a.js': { type: 'chunk', imports: ['b.js', 'c.js'], dynamicImports: ['notes.js'] },
      'b.js': { type: 'chunk', imports: ['c.js', 'a.js'] },
      'c.js': { type: 'chunk', imports: [] },
      'notes.js': { type: 'chunk', imports: [] },
    }
    expect(loadedFirst(chunks, 'a.js')).toEqual(['a.js', 'b.js', 'c.js'])
  })
})
