import { describe, expect, it } from 'vitest'
import { electionWords } from '../../../../shared/wording/election-words.ts'

describe('words that speak of an election', () => {
  it.each([
    '选举第三届居民委员会',
    '居委会换届工作方案',
    '改选业主委员会主任',
    '业委会补选委员两名',
    '中共宝文社区党支部换届选举',
    '增选一名支部委员',
    '罢免业委会委员王某',
    '更换业主委员会成员',
    '更换三名业委会委员',
    '直选村委会主任',
    '选 举居民代表',
  ])('are seen: %s', (text) => expect(electionWords(text)).toBe(true))

  it.each([
    '业委会选聘新的物业企业',
    '铺设塑胶跑道，六月底前完工',
    '更换业委会办公室的门锁',
    '推选一位邻居看管工具',
    '选一种颜色刷楼道',
    '请居委会联系施工单位',
    '改选用透水砖',
    '',
  ])('are not seen where there is none: %s', (text) => expect(electionWords(text)).toBe(false))
})
