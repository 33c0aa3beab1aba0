import type { SpeakingRules } from '../../../shared/formats/speaking-rules.ts'

/** What each of the rules is called in the form, and what happens when it is on. */
export const ruleLabels: Readonly<Record<keyof SpeakingRules, { readonly label: string; readonly hint: string }>> = {
  policy: { label: '谁先说', hint: '排的是普通发言；插话总在普通发言前面。' },
  times: { label: '每人每题最多几次', hint: '插问、答复和程序问题不算。' },
  questions: { label: '可以插问', hint: '对正在发言的人问一句：他的钟停着，问完接着说。' },
  interventions: { label: '可以回应说明', hint: '谁都可以先回应一句或说明情况，排在普通发言前面。' },
  pointsOfOrder: { label: '可以提程序问题', hint: '会场秩序、跑题、程序不对，可以先提，排在普通发言前面。' },
  closedToPoints: { label: '停止报名后也不收程序问题', hint: '不勾，停止报名后还可以提程序问题。' },
  repeats: { label: '一个人可以同时排几个位子', hint: '不勾，普通发言每人只排一个位子，说的时候可以再报。' },
  presentOnly: { label: '签到了才能报名', hint: '没到会的人不能排队。' },
  maxWaiting: { label: '最多几个人等候', hint: '满了先不收，主持人还可以加。' },
  stanceRequired: { label: '报名要说立场', hint: '报名时选赞成、反对、补充或提问。' },
  delegatorsBarred: { label: '委托了表决的人不发言', hint: '已经请别人代投的，由受托人说。' },
  anonymous: { label: '可以不记名', hint: '不愿留名的由主持人排进来，记录里写“一位居民”。' },
  warnSeconds: { label: '提前几秒提醒', hint: '钟变成琥珀色；写 0 就不提醒。' },
  hardEnd: { label: '到时自动停', hint: '时间一到就算说完，自动请下一位。不勾就只提醒，由主持人收尾。' },
  sound: { label: '到时响一声', hint: '快到时短一声，到了长一声；每台电脑可以自己静音。' },
  quotas: {
    label: '分组时间',
    hint: '每一方在一个议题上合起来能说多久。用完了还可以说，超出的标红；主持人可以“拉平”，各方一起加时间。',
  },
}
