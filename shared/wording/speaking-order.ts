import type { OrderPolicy } from '../formats/speaking-rules.ts'

/** Who speaks next: on a format's page as beside a queue. */
export const policyNames: Readonly<Record<OrderPolicy, string>> = {
  arrival: '按举手先后',
  freshFirst: '没发过言的先说',
  alternate: '正反两方轮着说',
  round: '挨个说一圈',
}
