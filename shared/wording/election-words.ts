import { unspaced } from '../core/unspaced.ts'

/** What is done in an election, and the bodies and offices of neighbourhoods that the law fills by one. */
const acts = /选举|换届|改选|补选|增选|重选|直选|海选|票选|竞选|罢免|更换.{0,8}(成员|委员)/
const bodies =
  /居委会|居民委员会|村委会|村民委员会|业委会|业主委员会|党支部|党总支|党委|支委|党组织|委员|书记|主任|居民代表|村民代表|小组长/

/** Whether words speak of an election of 居委会, 业委会, a party branch or their members. */
export function electionWords(text: string): boolean {
  const plain = unspaced(text)
  return acts.test(plain) && bodies.test(plain)
}
