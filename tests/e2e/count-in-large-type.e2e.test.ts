import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type VoteId, voteId } from '../../shared/core/ids.ts'
import { templateTerms } from '../../shared/meeting/voting/templates.ts'
import type { Terms } from '../../shared/meeting/voting/terms.ts'
import { fitsAcross, fitsDown } from '../fixtures/browser/fits.ts'
import { type HallStage, startHallStage } from '../fixtures/browser/hall-stage.ts'
import { signIn } from '../fixtures/browser/hall-vote.ts'
import { isInView } from '../fixtures/browser/in-view.ts'
import { lookAt } from '../fixtures/browser/look-at.ts'
import { button, sees, step } from '../fixtures/browser/on-page.ts'
import type { TestSeat } from '../fixtures/test-hall.ts'

const MOTION = '采用透水面层方案，由小区公共收益列支，12 月 5 日开工，12 月 28 日前完工'
const MEMBERS = Array.from({ length: 39 }, (_, index) => `委员${String(index + 1).padStart(2, '0')}`)
const roster: readonly TestSeat[] = [
  { name: '主持', kind: 'convener', voting: true },
  { name: '话事', kind: 'scribe', voting: false },
  ...MEMBERS.map((name) => ({ name, kind: 'standing', voting: true }) as const),
]
const PROJECTS = [
  ...['加装充电桩', '修健身广场', '补种行道树', '更换大门', '楼道粉刷', '雨污分流', '加装电梯'],
  ...['翻新塑胶跑道', '更换老旧健身器材并增设夜间照明', '建一间小区图书室'],
]

/** Where whoever has bad eyes counts, and the smallest laptop. */
const SIZES = [
  { size: 'large', width: 1366, height: 768, large: true },
  { size: 'small', width: 1024, height: 768, large: false },
] as const

const SIDES = ['赞成', '反对', '弃权'] as const
const PAPERS = ['收回', '有效', '无效'] as const

describe.sequential('whoever counts in 大字, or on a small laptop, reaches the fields without scrolling', () => {
  let stage: HallStage
  const pages = new Map<'chair' | 'scribe', Page>()

  beforeAll(async () => {
    stage = await startHallStage({ seats: roster })
    const { hall } = stage
    await signIn(hall, '主持', ...MEMBERS)
    await hall.act('startItem', { itemId: hall.meeting().agenda[0]?.itemId })
    pages.set('chair', (await stage.console()).page)
    pages.set('scribe', (await stage.scribe()).page)
  })
  afterAll(() => stage?.close())

  const open = () => {
    const vote = stage.hall.meeting().voting.open
    if (vote === null) throw new Error('no vote is open')
    return vote
  }
  const begin = async (terms: Terms, motion = MOTION): Promise<VoteId> => {
    const { hall } = stage
    const left = hall.meeting().voting.open
    if (left !== null) await hall.act('voidVote', { voteId: left.voteId, reason: '下一种' })
    const vote = voteId.mint(hall.random)
    await hall.act('openVote', { voteId: vote, itemId: hall.meeting().runningItem, motion, terms })
    for (const [desk, page] of pages) {
      if (desk === 'chair') await step(page, '表决').click()
      else await page.getByRole('navigation', { name: '记录和文书' }).getByRole('button', { name: '计票' }).click()
      await sees(page, motion)
    }
    return vote
  }
  const stop = async () => {
    await stage.hall.act('stopBallots', { voteId: open().voteId })
    for (const page of pages.values()) await sees(page, '谁点的票')
  }
  const issue = (names: readonly string[]) =>
    stage.hall.act('issuePapers', {
      voteId: open().voteId,
      papers: names.map((name, index) => ({ seatId: stage.hall.seat(name), number: index + 1 })),
    })
  const tally = (entry: 1 | 2, counter: string, rows: readonly Readonly<Record<string, number>>[], valid: number) =>
    stage.hall.act('enterTally', {
      ...{ voteId: open().voteId, entry, counter: stage.hall.seat(counter), rows },
      ...{ returned: valid, valid, invalid: 0 },
    })

  const field = (page: Page, name: string) => page.getByRole('spinbutton', { name, exact: true }).first()

  /** Looks at both desks in both sizes, as they open: what has to be seen is there, and nothing sticks out. */
  const everywhere = async (name: string, looks: (page: Page) => Promise<void>) => {
    const faults: string[] = []
    for (const { size, width, height, large } of SIZES) {
      for (const [desk, page] of pages) {
        await page.setViewportSize({ width, height })
        const on = await button(page, '大字已开').isVisible()
        if (on !== large) await button(page, on ? '大字已开' : '大字').click()
        await page.evaluate('for (const one of document.querySelectorAll("*")) one.scrollTop = 0')
        await lookAt(page, `count-${name}-${size}-${desk}`)
        try {
          await looks(page)
          await fitsAcross(page)
          await fitsDown(page)
        } catch (fault) {
          faults.push(`${desk}, ${size}: ${fault instanceof Error ? fault.message : fault}`)
        }
      }
    }
    expect(faults).toEqual([])
  }
  const fieldsInView = async (page: Page, names: readonly string[]) => {
    for (const name of names) {
      await isInView(field(page, name), name)
      await isInView(button(page, `${name}加一`), `${name} +`)
      await isInView(button(page, `${name}减一`), `${name} -`)
    }
  }

  it('of raised hands, which are entered there as well', async () => {
    await begin(templateTerms('hands', stage.hall.meeting().rule))
    await everywhere('hands', async (page) => {
      await fieldsInView(page, SIDES)
      await isInView(button(page, '记下举手'), '记下举手')
    })
    await stage.hall.act('countHands', {
      ...{ voteId: open().voteId, seatIds: null, rows: [{ for: 20, against: 12, abstain: 8 }] },
    })
    for (const page of pages.values()) await sees(page, '已记 40 人举手')
    await everywhere('hands-done', (page) => isInView(button(page, '重新点数'), '重新点数'))
  })

  it('of raised hands beside phones and papers, with the names of forty', async () => {
    await begin(templateTerms('mixed', stage.hall.meeting().rule))
    await everywhere('mixed', async (page) => {
      await fieldsInView(page, SIDES)
      await isInView(button(page, '记下举手'), '记下举手')
    })
    for (const page of pages.values()) await field(page, '赞成').fill('7')
    await everywhere('mixed-names', (page) => fieldsInView(page, SIDES))
    await issue(['委员01', '委员02'])
    await stop()
    await everywhere('mixed-stopped', async (page) => {
      for (const side of SIDES)
        await isInView(page.getByRole('region', { name: '举手点数' }).getByRole('spinbutton', { name: side }), side)
    })
    await stage.hall.act('countHands', {
      voteId: open().voteId,
      seatIds: MEMBERS.slice(2, 10).map((name) => stage.hall.seat(name)),
      rows: [{ for: 7, against: 1 }],
    })
    await everywhere('mixed-tally', (page) => fieldsInView(page, [...PAPERS, ...SIDES]))
  })

  it('of names that are entered for those without a device', async () => {
    await begin(templateTerms('named', stage.hall.meeting().rule))
    await everywhere('named', (page) => isInView(button(page, '代录举手、纸票'), '代录'))
  })

  it('of papers, twice, and which numbers the two counters have to look for', async () => {
    await begin(templateTerms('secret', stage.hall.meeting().rule))
    await everywhere('papers', (page) => isInView(page.getByRole('combobox', { name: '发给谁' }), '发给谁'))
    await issue(MEMBERS.slice(0, 9))
    for (const page of pages.values()) await sees(page, '9 号')
    await everywhere('papers-issued', (page) => isInView(page.getByRole('combobox', { name: '发给谁' }), '发给谁'))
    await stop()
    const form = async (page: Page) => {
      await fieldsInView(page, [...PAPERS, ...SIDES])
      await isInView(button(page, '记下点票'), '记下点票')
    }
    await everywhere('tally', form)
    await tally(1, '委员10', [{ for: 5, against: 3, abstain: 1 }], 9)
    await tally(2, '委员11', [{ for: 6, against: 2, abstain: 1 }], 9)
    for (const page of pages.values()) await sees(page, '两遍有 2 处不一样')
    await everywhere('tally-differs', (page) => isInView(page.getByRole('alert'), '两遍有 2 处不一样'))
    for (const page of pages.values()) await button(page, '重录第二遍').click()
    await everywhere('tally-again', (page) => fieldsInView(page, [...PAPERS, ...SIDES]))
  })

  it('of ten projects, the first of them, and the numbers of papers above them', async () => {
    const { rule } = stage.hall.meeting()
    const choice = templateTerms('choice', rule, PROJECTS)
    const byHands: Terms = { ...choice, channels: { device: false, hands: 'counted', paper: null } }
    const [first = '', second = ''] = PROJECTS
    const rows = [`${first}：选`, `${second}：选`]
    await begin(byHands, '今年先做哪一个项目')
    await everywhere('choice-hands', async (page) => {
      await fieldsInView(page, rows)
      await isInView(button(page, '记下举手'), '记下举手')
    })
    await begin(
      { ...choice, channels: { device: false, hands: null, paper: 'secret' }, doubleEntry: true },
      '今年先做哪一个项目',
    )
    await issue(MEMBERS.slice(0, 9))
    await stop()
    await everywhere('choice-tally', (page) => fieldsInView(page, [...PAPERS, ...rows]))
  })

  it('of an election', async () => {
    const { rule } = stage.hall.meeting()
    await begin(templateTerms('election', rule, ['赵一', '钱二', '孙三', '阿卜杜热西提·买买提江·吐尔逊']), '选举小组长')
    await issue(MEMBERS.slice(0, 9))
    await stop()
    await everywhere('election-tally', (page) =>
      fieldsInView(page, [...PAPERS, '赵一：赞成', '赵一：反对', '赵一：弃权']),
    )
  })

  it('and no page complained on the way', () => stage.expectCalm())
})
