import { describe, expect, it } from 'vitest'
import type { Rejection } from '../../../../shared/protocol/rejections.ts'
import { type CommandType, maySend } from '../../../../shared/roles/permissions.ts'
import type { Role } from '../../../../shared/roles/roles.ts'
import { commandNames, roleNames } from '../../../../shared/wording/names.ts'
import { sentenceOf, wordedCodes } from '../../../../shared/wording/rejections.ts'

/** What a refusal carries besides its code; the compiler sees to it that none is missing. */
type Detailed = {
  readonly [One in Rejection as keyof One extends 'code' ? never : One['code']]: Omit<One, 'code'>
}
const details: Detailed = {
  notPermitted: { command: 'openVote', role: 'member' },
  streamDamaged: { line: 17 },
  joinTooOften: { waitSeconds: 30 },
  noQuorum: { present: 13, needed: 14 },
  ruleExpired: { to: '2025-12-31' },
  ruleNotYetInForce: { from: '2026-01-01' },
  spokenEnough: { times: 2 },
  queueFull: { max: 3 },
  kindNotAllowed: { kind: 'question' },
  noticeTooShort: { needed: 15 },
  itemNotAnnounced: { region: '北京' },
  ruleCountsOthers: { kind: 'survey' },
  unitUnknown: { kind: 'owners' },
  totalTooSmall: { of: 'area', least: '12345' },
  paperNumberUsed: { number: 17 },
  rowsFull: { most: 40 },
  channelClosed: { channel: 'paper' },
  votedOtherwise: { channel: 'device' },
  notCountedYet: { channel: 'hands' },
  countsDiffer: { places: 3 },
}

const sentences = wordedCodes.map((code) => {
  return [code, sentenceOf({ code, ...(details as Record<string, object>)[code] } as Rejection)] as const
})

/** A sentence that only says no leaves people standing there. */
const SAYS_WHAT_TO_DO = /请|可以|不用|不需要|需要时/

describe.each(sentences)('the sentence for %s', (_code, sentence) => {
  it('is Chinese through and through and ends like a sentence', () => {
    expect(sentence).toMatch(/^[\p{Script=Han}“”，。；、 0-9]+。$/u)
    expect(sentence).not.toMatch(/undefined|null|NaN|\[object|[A-Za-z]/)
  })

  it('says what to do next', () => {
    expect(sentence).toMatch(SAYS_WHAT_TO_DO)
  })

  it('can be taken in at a glance', () => {
    expect(sentence.length).toBeLessThanOrEqual(60)
  })
})

describe('the way on', () => {
  it.each([
    // Also said at a desk, where nothing reads 已记录.
    ['ballotExists', /^(?!.*“已记录”).*看投过没有，没投过的再投一次/],
    ['nameNotFound', /可能别人已经删去/],
    ['namesChanged', /看现在的名单.*再录一遍/],
    ['motionAmended', /另提修正案/],
    ['silenceIsNoVote', /换一条规则.*举手、记名/],
  ] as const)('%s is one that is open', (code, words) => {
    expect(sentenceOf({ code })).toMatch(words)
  })
})

describe('sentences with details', () => {
  it.each([
    [
      { code: 'noQuorum', present: 13, needed: 14 },
      '到会的表决席位 13 个，不足法定的 14 个，不能表决。请等人到齐，或改为只讨论不表决。',
    ],
    [{ code: 'joinTooOften', waitSeconds: 30 }, '输错的次数太多。请等 30 秒再试，或请主持人帮忙签到。'],
    [
      { code: 'streamDamaged', line: 17 },
      '会议日志第 17 行已损坏，为防止错上加错，不再写入。请保留数据文件夹，并从备份恢复。',
    ],
    [{ code: 'queueFull', max: 3 }, '等候发言的已满 3 位。请等前面的说完再报名。'],
    [{ code: 'kindNotAllowed', kind: 'question' }, '这个议题不开放“插问”。请按普通发言报名。'],
    [{ code: 'notPermitted', command: 'openVote', role: 'member' }, '议事委员不能“开始表决”。请让主持人来做。'],
    [{ code: 'notPermitted', command: 'castBallot', role: 'guest' }, '列席人员不能“投票”。请让有表决权的委员来做。'],
    [{ code: 'notPermitted', command: 'addPoint', role: 'member' }, '议事委员不能“添加要点”。请让主持人或话事员来做。'],
    [
      { code: 'notPermitted', command: 'addSeat', role: 'chair' },
      '主持人不能“增加席位”。请让操作员在主机的电脑上来做。',
    ],
    [{ code: 'notPermitted', command: 'openMeeting', role: 'chair' }, '主持人不能“开会”。请让主机自动来做。'],
  ] satisfies readonly (readonly [Rejection, string])[])('%o', (rejection, sentence) => {
    expect(sentenceOf(rejection)).toBe(sentence)
  })

  const commands = Object.keys(commandNames) as readonly CommandType[]
  const roles = Object.keys(roleNames) as readonly Role[]
  const refused = commands.flatMap((command) =>
    roles.filter((role) => !maySend(role, command)).map((role) => [role, command] as const),
  )

  it.each(refused)('%s, refused to %s, is not sent to themselves or to others who may not either', (role, command) => {
    const [, advice = ''] = sentenceOf({ code: 'notPermitted', command, role }).split('。')
    // The host’s laptop is where the operator sits; the host itself is not meant.
    const people = advice.replace('在主机的电脑上', '')
    const named = roles.filter((other) => people.includes(roleNames[other]))
    expect(named.filter((other) => !maySend(other, command))).toEqual([])
    expect(advice).toMatch(/^请让.+来做$/)
  })
})

describe('names', () => {
  it('every role and every command has a Chinese name of its own', () => {
    for (const names of [Object.values(roleNames), Object.values(commandNames)]) {
      expect(names.filter((name) => !/^\p{Script=Han}+$/u.test(name))).toEqual([])
      expect(new Set(names).size).toBe(names.length)
    }
  })
})
