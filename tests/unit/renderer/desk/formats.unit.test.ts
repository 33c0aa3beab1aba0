import { describe, expect, it } from 'vitest'
import { draftOf, formatOf, isDraft } from '../../../../renderer/desk/formats/format-draft.ts'
import {
  decisionText,
  papersOf,
  recurringText,
  ruleFacts,
  speakingText,
  votersText,
} from '../../../../renderer/desk/formats/format-facts.ts'
import { formatFault } from '../../../../renderer/desk/formats/format-faults.ts'
import { readFormatFile } from '../../../../renderer/desk/formats/format-file.ts'
import { inserted, keyed, moved } from '../../../../renderer/desk/formats/ordered.ts'
import { copyOf, freeName, originOf } from '../../../../renderer/desk/formats/own-format.ts'
import { speakingFacts } from '../../../../renderer/desk/formats/speaking-facts.ts'
import { jsonBytes } from '../../../../renderer/desk/library/json-file.ts'
import { builtInFormats, builtInRulePacks } from '../../../../renderer/desk/library/use-library.ts'
import { type Format, format } from '../../../../shared/formats/format.ts'
import { plainSpeaking } from '../../../../shared/formats/plain-form.ts'
import { findRule } from '../../../../shared/rules/rule-packs.ts'
import { seededBytes } from '../../../fixtures/seeded-random.ts'

function named(formatId: string): Format {
  const found = builtInFormats.find((one) => one.formatId === formatId)
  if (found === undefined) throw new Error(`no format ${formatId}`)
  return found
}
const redHall = named('red_hall')
const point = { name: '跑题', rank: 1 }
const quota = { party: '业委会', seconds: 600 }
const bytesOf = (text: string) => new TextEncoder().encode(text)

describe('a format in plain words', () => {
  it('says how an item ends, and that what was urgent is written down afterwards', () => {
    expect(decisionText(redHall)).toContain('表决')
    expect(decisionText(named('bench'))).toContain('共识')
    expect(decisionText(named('urgent_whistle'))).toContain('先办，后补记录')
    expect(votersText(named('bench'))).toBe('不表决')
    expect(votersText(named('residents_congress'))).toContain('召集人、常任议事委员')
  })

  it('says how long and how often one speaks', () => {
    expect(speakingText(redHall)).toBe('每次 2 分钟，每人每题最多 2 次，没发过言的先说')
    expect(speakingText(named('bench'))).toBe('每次 3 分钟，次数不限，挨个说一圈')
    expect(speakingText({ ...redHall, speakingSeconds: 90 })).toContain('1 分 30 秒')
  })

  it('says who may ask to speak, what comes in between, and what happens when the time is up', () => {
    expect(speakingFacts(redHall.speeches)).toEqual([
      '可以先说的：插问、回应说明、程序问题（会场秩序、程序不合规则、跑题）。',
      '签到了才能报名，报名要说立场。',
      '剩 30 秒时提醒，到时只提醒，由主持人收尾，有提示音。',
    ])
    expect(speakingFacts(named('bench').speeches)).toEqual([
      '一个一个说，不收插问和程序问题。',
      '不签到也能报名，报名不用说立场，可以不记名。',
      '剩 30 秒时提醒，到时只提醒，由主持人收尾，有提示音。',
    ])
    expect(speakingFacts(named('craftsmen').speeches)[0]).toBe('可以先说的：插问、回应说明。')
  })

  it('says every rule that is set otherwise', () => {
    const rules = {
      ...redHall.speeches,
      pointsOfOrder: [],
      closedToPoints: true,
      repeats: true,
      maxWaiting: 12,
      delegatorsBarred: true,
      warnSeconds: 0,
      hardEnd: true,
      sound: false,
      quotas: [quota, { party: '物业', seconds: 90 }],
    }
    expect(speakingFacts(rules)).toEqual([
      '可以先说的：插问、回应说明、程序问题，停止报名后也不收程序问题。',
      '签到了才能报名，报名要说立场，一个人可以同时排几个位子，最多 12 人等候，委托了表决的人不发言。',
      '快到时不提醒，到时自动停，换下一位。',
      '分组时间：业委会 10 分钟、物业 1 分 30 秒。',
    ])
  })

  it('tells the papers that are made here from those to be written by hand', () => {
    expect(papersOf(redHall)).toEqual({
      made: ['会议纪要', '工单'],
      byHand: ['会议公示', '签到表', '会议记录', '表决票', '结果公示', '评议表'],
    })
  })

  it('says how often it meets, and that what is held on demand is not watched', () => {
    expect(recurringText(named('four_party_talks'))).toContain('每月 2 次')
    expect(recurringText(named('bench'))).toContain('按需')
  })

  it('marks a rule that nobody has checked, and one that is no longer in force', () => {
    const template = findRule(builtInRulePacks, 'jmdb_template')
    const old = findRule(builtInRulePacks, 'jmhy_2018')
    if (template === null || old === null) throw new Error('these packs come with the app')
    expect(ruleFacts(template, '2026-11-22')).toMatchObject({ unchecked: true, hindrance: null })
    expect(ruleFacts(template, '2026-11-22').words).toContain('2/3')
    expect(ruleFacts(old, '2026-11-22').hindrance).toContain('失效')
    const checked = { ...template, checked: { by: '王书记', on: '2026-11-01' } }
    expect(ruleFacts(checked, '2026-11-22').unchecked).toBe(false)
  })
})

describe('a format from a file', () => {
  it('comes back from its export as it was, every one that comes with the app', () => {
    for (const one of builtInFormats) expect(readFormatFile(jsonBytes(one))).toEqual({ ok: true, value: one })
  })

  it('may begin with the mark that Windows puts before UTF-8', () => {
    expect(readFormatFile(bytesOf(`\uFEFF${JSON.stringify(redHall)}`)).ok).toBe(true)
  })

  const broken = (changes: Readonly<Record<string, unknown>>): string => {
    const read = readFormatFile(jsonBytes({ ...redHall, ...changes }))
    return read.ok ? 'taken' : read.refusal
  }

  it.each([
    [{ name: undefined }, '名称没有写。'],
    [{ name: '  ' }, '名称没有写。'],
    [{ name: '长'.repeat(41) }, '名称太长，最多 40 个字。'],
    [{ speakingSeconds: 5 }, '每次发言限时不能小于 10。'],
    [{ speakingSeconds: '120' }, '每次发言限时写法不对。'],
    [{ noticeDays: 61 }, '公示天数不能大于 60。'],
    [{ decision: 'applause' }, '怎么定写的不是可以选的值。'],
    [{ formatId: 'Red Hall' }, '编号写法不对，只能用小写字母、数字和下划线，字母开头。'],
    [{ steps: [] }, '步骤至少要 1 个。'],
    [{ parties: [...redHall.parties, { name: '' }] }, '第 5 个参加方的名称没有写。'],
    [{ parties: [{ name: '街道' }] }, '第 1 个参加方的是不是必到没有写。'],
    [{ steps: [{ name: '签到', at: 'door' }] }, '第 1 个步骤的在哪一页写的不是可以选的值。'],
    [{ speeches: { times: 0, policy: 'round' } }, '发言规则的次数不能小于 1。'],
    [{ speeches: { policy: 'round' } }, '发言规则的次数没有写。'],
    [{ speeches: { ...redHall.speeches, warnSeconds: -1 } }, '发言规则的提前提醒的秒数不能小于 0。'],
    [
      {
        speeches: {
          ...redHall.speeches,
          pointsOfOrder: [
            { name: '秩序', rank: 1 },
            { name: ' ', rank: 2 },
          ],
        },
      },
      '发言规则里第 2 类程序问题的名称没有写。',
    ],
    [
      { speeches: { ...redHall.speeches, quotas: [{ party: '业委会', seconds: 5 }] } },
      '发言规则里第 1 个分组时间的时间（秒）不能小于 10。',
    ],
    [{ speeches: { ...redHall.speeches, pointsOfOrder: [point, point] } }, '程序问题的类别“跑题”写了两遍。'],
    [{ speeches: { ...redHall.speeches, quotas: [quota, quota] } }, '分组时间里的“业委会”写了两遍。'],
    [{ recurrence: { times: 1, per: 'day', remindDays: 1 } }, '开会次数的周期写的不是可以选的值。'],
    [{ documents: ['minutes', 'poem'] }, '第 2 个材料写的不是可以选的值。'],
    [{ steps: [{ name: '签到', at: 'signIn' }] }, '步骤里没有在“议事”页的一步，会没法开。'],
    [{ parties: [redHall.parties[0], redHall.parties[0]] }, '参加方“社区党组织”写了两遍。'],
  ])('is refused with the field that is wrong: %j', (changes, sentence) => {
    expect(broken(changes)).toBe(`${sentence}什么都没有导入。请改正文件里的这一处，再导入一次。`)
  })

  it.each([
    ['a list', '[]'],
    ['a word', '"red_hall"'],
    ['nothing', 'null'],
    ['another file of ours', '{"ruleId":"robert_simple"}'],
    ['no JSON', '{'],
    ['an empty file', ''],
  ])('is refused when it is %s', (_, text) => {
    const read = readFormatFile(bytesOf(text))
    expect(read).toMatchObject({ ok: false })
    expect(read.ok ? '' : read.refusal).toMatch(/请选/)
  })

  it('is refused when it is no UTF-8, or larger than any', () => {
    expect(readFormatFile(Uint8Array.of(0x7b, 0xbb, 0xe1, 0x7d)).ok).toBe(false)
    const huge = readFormatFile(jsonBytes({ ...redHall, about: '长'.repeat(1_000_000) }))
    expect(huge.ok ? '' : huge.refusal).toContain('太大')
  })

  it('of an earlier version, which knew of no other rules of speaking, has those of then', () => {
    const read = readFormatFile(jsonBytes({ ...redHall, speeches: { times: 2, policy: 'freshFirst' } }))
    const speeches = { ...plainSpeaking, times: 2, policy: 'freshFirst' }
    expect(read).toEqual({ ok: true, value: { ...redHall, speeches } })
  })

  it('leaves out what no format has', () => {
    expect(readFormatFile(jsonBytes({ ...redHall, script: 'alert(1)' }))).toEqual({ ok: true, value: redHall })
  })
})

describe('a format that is being changed', () => {
  it('is what it was when nothing was changed, every one that comes with the app', () => {
    for (const one of builtInFormats) expect(formatOf(draftOf(one), builtInFormats)).toEqual({ ok: true, format: one })
  })

  it('is kept on the device with empty fields, but not taken up from something else', () => {
    const half = { ...draftOf(redHall), name: '', parties: [{ name: '', required: true, key: 0 }] }
    expect(isDraft(JSON.parse(JSON.stringify(half)))).toBe(true)
    expect(isDraft(null)).toBe(true)
    expect(isDraft({ ...half, parties: [{ name: '' }] })).toBe(false)
    expect(isDraft('half')).toBe(false)
    const nameless = { ...half.speeches, pointsOfOrder: [{ name: '', rank: 1 }], quotas: [{ party: '', seconds: 600 }] }
    expect(isDraft({ ...half, speeches: nameless })).toBe(true)
  })

  it('is not taken up from an earlier version, which kept fewer rules of speaking', () => {
    expect(isDraft({ ...draftOf(redHall), speeches: { times: 2, policy: 'freshFirst' } })).toBe(false)
  })

  it('says what keeps it from being saved', () => {
    const draft = draftOf(redHall)
    const faultOf = (changed: Partial<typeof draft>) => {
      const made = formatOf({ ...draft, ...changed }, builtInFormats)
      return made.ok ? null : made.fault
    }
    expect(faultOf({ name: ' ' })).toBe('名称没有写。')
    expect(faultOf({ name: '四方会谈' })).toContain('已经有一个叫“四方会谈”的形式')
    expect(faultOf({ steps: draft.steps.filter(({ at }) => at !== 'signIn') })).toContain('签到')
    expect(faultOf({ steps: draft.steps.filter(({ at }) => at !== 'decide') })).toContain('表决')
    expect(faultOf({ steps: draft.steps.filter(({ at }) => at !== 'minutes') })).toBeNull()
    const nameless = { ...draft.speeches, quotas: [{ party: '', seconds: 600 }] }
    expect(faultOf({ speeches: nameless })).toBe('发言规则里第 1 个分组时间的名称没有写。')
  })

  it('loses its rule and its voters when nothing is voted on any more', () => {
    const made = formatOf({ ...draftOf(redHall), decision: 'consensus' }, builtInFormats)
    expect(made).toMatchObject({ ok: true, format: { ruleId: null, votingKinds: [] } })
  })

  it('carries 先办后补 only where what was done is put on record', () => {
    const draft = { ...draftOf(named('urgent_whistle')), decision: 'consensus' as const }
    const steps = [...draft.steps, { name: '结论', at: 'decide' as const, key: 9 }]
    expect(formatOf({ ...draft, steps }, [])).toMatchObject({ ok: true, format: { actFirst: false } })
  })
})

describe('a copy of a format', () => {
  it('has an id and a name of its own and is a format', () => {
    const copy = copyOf(redHall, builtInFormats, seededBytes(1))
    expect(format.safeParse(copy).success).toBe(true)
    expect(copy).toEqual({ ...redHall, formatId: copy.formatId, name: '红色议事厅（自定）' })
    expect(copy.formatId).not.toBe(redHall.formatId)
    const again = copyOf(copy, [...builtInFormats, copy], seededBytes(2))
    expect(again.name).toBe('红色议事厅（自定 2）')
  })

  it('finds a name of no more than 40 characters', () => {
    const long = { ...redHall, name: '长'.repeat(40) }
    const name = freeName(long.name, [long])
    expect(name).toBe(`${'长'.repeat(36)}（自定）`)
  })
})

describe('an entry of the library', () => {
  it('came with the app, stands in the place of one that did, or is an own one', () => {
    expect(originOf('red_hall', builtInFormats, [])).toBe('builtIn')
    expect(originOf('red_hall', builtInFormats, [redHall])).toBe('changed')
    expect(originOf('own_1', builtInFormats, [])).toBe('own')
  })
})

describe('lines in an order', () => {
  const lines = keyed([{ name: '甲' }, { name: '乙' }, { name: '丙' }])
  const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name).join('')

  it('move by one place and stay where there is none', () => {
    expect(names(moved(lines, 2, -1))).toBe('甲丙乙')
    expect(names(moved(lines, 0, 1))).toBe('乙甲丙')
    expect(moved(lines, 0, -1)).toBe(lines)
    expect(moved(lines, 2, 1)).toBe(lines)
    expect(moved(lines, 3, -1)).toBe(lines)
  })

  it('get a key that no other line has', () => {
    const more = inserted(inserted(lines, 0, { name: '丁' }), -1, { name: '戊' })
    expect(names(more)).toBe('戊甲丁乙丙')
    expect(new Set(more.map(({ key }) => key)).size).toBe(5)
  })
})

it('what is no format at all has a fault too', () => {
  expect(formatFault(null)).not.toBeNull()
  expect(formatFault(redHall)).toBeNull()
})
