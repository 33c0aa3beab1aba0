import { describe, expect, test } from 'vitest'
import { missingInMinutes } from '../../../../renderer/desk/papers/missing.ts'
import { wechatText } from '../../../../renderer/desk/papers/wechat-text.ts'
import type { MeetingForm } from '../../../../shared/formats/format.ts'
import { type ToldMeeting, told } from '../../papers/told-meeting.ts'

const form: Partial<MeetingForm> = { formatId: 'bench', rollCall: false, decision: 'consensus' }

const bench: ToldMeeting = {
  form,
  headcount: 14,
  items: [
    {
      title: '修树',
      points: [
        { kind: 'agreed', text: '请园林来修' },
        { kind: 'agreed', text: '鸟窝先挪' },
      ],
      conclusion: {
        outcome: 'reached',
        text: '请园林来修，居民看场地',
        given: { unit: '桂花物业', dueOn: '2026-12-07' },
      },
    },
    { title: '停车', conclusion: { outcome: 'notReached', text: '没有地方' } },
    { title: '水管', conclusion: { outcome: 'handled', text: '关了总阀' } },
  ],
}

const sentences = (tale: ToldMeeting) => missingInMinutes(told(tale).meeting).map(({ sentence }) => sentence)

describe('the text for the residents’ group', () => {
  test('of a meeting without votes says how items ended and who does it by when', () => {
    expect(wechatText(told(bench).meeting).split('\n')).toEqual([
      '【红星社区第一次议事会】',
      '红星社区党群议事会，2026年11月22日，到场约 14 人。',
      '一、修树',
      '议定：鸟窝先挪',
      '形成共识：请园林来修，居民看场地',
      '交办：桂花物业，2026年12月7日前办结',
      '二、停车',
      '未形成共识：没有地方',
      '三、水管',
      '现场处置：关了总阀',
      '完整内容见会议纪要，有不同意见请找话事员。',
    ])
  })

  test('says nothing of how many were there when nobody counted', () => {
    const { headcount: _, ...uncounted } = bench
    expect(wechatText(told(uncounted).meeting)).toContain('红星社区党群议事会，2026年11月22日。\n')
  })
})

describe('what minutes without votes still lack', () => {
  test('is nothing when everything is there, whoever did not sign in', () => {
    expect(sentences(bench)).toEqual([])
  })

  test('is the number of people, as long as it can be told and after it', () => {
    const { headcount: _, ...uncounted } = bench
    expect(sentences({ ...uncounted, closed: false })).toEqual(['还没有写到场约多少人，在页面最下面写。'])
    expect(sentences(uncounted)).toEqual(['没有写到场约多少人，散会后不能再补，请在纪要里手写。'])
  })

  test('is a conclusion of whatever was talked about: to be drawn before 散会, to be noted after it', () => {
    const items = [{ title: '修树', points: [{ kind: 'opinion' as const, text: '太密' }] }]
    const planned = { title: '没谈', phase: 'planned' as const }
    const open = missingInMinutes(told({ form, headcount: 3, closed: false, items: [...items, planned] }).meeting)
    expect(open).toMatchObject([{ sentence: '议题一还没有写结论。', way: { lead: { to: 'record' } } }])
    expect(sentences({ form, headcount: 3, items })).toEqual([
      '议题一没有写结论。散会后不能再写，可以补一条“议定事项”。',
    ])
  })

  test('is to whom an agreement was given, not what was done on the spot', () => {
    const items = [
      { title: '修树', conclusion: { outcome: 'reached' as const, text: '请园林来修' } },
      { title: '水管', conclusion: { outcome: 'handled' as const, text: '关了总阀' } },
    ]
    expect(sentences({ form, headcount: 3, items })).toEqual(['议题一的共识还没有交办，没有责任单位和时限。'])
  })
})
