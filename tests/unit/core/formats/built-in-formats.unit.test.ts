import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import formatsFile from '../../../../resources/formats.json'
import rulePacksFile from '../../../../resources/rule-packs.json'
import { format } from '../../../../shared/formats/format.ts'

const formats = z.array(format).parse(formatsFile)
const named = (formatId: string) => formats.find((one) => one.formatId === formatId)
const partiesOf = (formatId: string) => named(formatId)?.parties.map(({ name, required }) => [name, required])

describe('the formats that come with the app', () => {
  it('are the fourteen of the field, each under an id of its own', () => {
    expect(formats.map(({ formatId, name }) => [formatId, name])).toEqual([
      ['dangqun', '党群议事会'],
      ['red_hall', '红色议事厅'],
      ['bench', '板凳会议'],
      ['craftsmen', '老工匠议事厅'],
      ['grid_committee', '网格共治委员会'],
      ['four_party_talks', '四方会谈'],
      ['party_joint_meeting', '大党委联席会'],
      ['alliance_rotation', '红色联盟轮值会'],
      ['long_whistle', '长哨联席会'],
      ['short_whistle', '短哨会商'],
      ['urgent_whistle', '急哨现场处置'],
      ['residents_congress', '居民代表会议'],
      ['owners_talk', '业主议事（协商与书面票核算）'],
      ['four_two', '四议两公开'],
    ])
  })

  it('hold nothing that the schema does not know', () => {
    expect(formats).toEqual(formatsFile)
  })

  it('name a rule pack that there is, and only where there is a vote', () => {
    const packs = new Set(rulePacksFile.map((pack) => pack.ruleId))
    for (const { decision, formatId, ruleId, votingKinds } of formats) {
      expect([formatId, ruleId !== null]).toEqual([formatId, decision === 'vote'])
      expect([formatId, votingKinds.length > 0]).toEqual([formatId, decision === 'vote'])
      if (ruleId !== null) expect(packs).toContain(ruleId)
    }
  })

  it('never begin with the owners’ legal rule, which is for 规则试算 only', () => {
    expect(formats.filter(({ ruleId }) => ruleId?.startsWith('yz278'))).toEqual([])
  })

  it('have a step where the talk is, and a sign-in step exactly where there is a roll', () => {
    for (const { formatId, rollCall, steps } of formats) {
      const pages = steps.map(({ at }) => at)
      expect([formatId, pages.includes('discuss')]).toEqual([formatId, true])
      expect([formatId, pages.includes('signIn')]).toEqual([formatId, rollCall])
    }
  })

  it('have a step where items are decided, but for what is only put on record', () => {
    for (const { decision, formatId, steps } of formats) {
      expect([formatId, steps.some(({ at }) => at === 'decide')]).toEqual([formatId, decision !== 'record'])
    }
  })

  it('have each step on a page of its own, so that none hides another', () => {
    for (const { formatId, steps } of formats) {
      const pages = steps.flatMap(({ at }) => (at === null ? [] : [at]))
      expect([formatId, pages]).toEqual([formatId, [...new Set(pages)]])
    }
  })

  it('ask for the ballots’ paper only where there is a vote', () => {
    for (const { decision, documents, formatId } of formats) {
      expect([formatId, documents.includes('ballots')]).toEqual([formatId, decision === 'vote'])
    }
  })

  it('keep the four parties of Lanling and the four of Huzhou apart', () => {
    expect(partiesOf('red_hall')).toEqual([
      ['社区党组织', true],
      ['物业企业', true],
      ['小区党支部', true],
      ['业委会', true],
    ])
    expect(partiesOf('four_party_talks')).toEqual([
      ['社区党组织', true],
      ['业主委员会', true],
      ['物业公司', true],
      ['社会组织', true],
    ])
    expect(named('red_hall')?.recurrence).toMatchObject({ times: 1, per: 'month' })
    expect(named('four_party_talks')?.recurrence).toMatchObject({ times: 2, per: 'month' })
  })

  it('warn of secrets where the Party meets, of owners’ matters and of elections where they come up', () => {
    const warning = (caution: 'secrets' | 'owners' | 'elections') =>
      formats.filter(({ cautions }) => cautions.includes(caution)).map(({ formatId }) => formatId)
    expect(warning('secrets')).toEqual([
      'dangqun',
      'red_hall',
      'grid_committee',
      'four_party_talks',
      'party_joint_meeting',
      'alliance_rotation',
      'long_whistle',
      'short_whistle',
      'urgent_whistle',
      'four_two',
    ])
    expect(warning('owners')).toEqual(['red_hall', 'grid_committee', 'four_party_talks', 'owners_talk'])
    expect(warning('elections')).toEqual(['residents_congress', 'owners_talk', 'four_two'])
  })

  it('say where they come from, and that what was not found in the material is still to be checked', () => {
    for (const { about, formatId, source } of formats) {
      expect([formatId, /依据待核对|自定/.test(about + source)]).toEqual([formatId, true])
    }
  })
})
