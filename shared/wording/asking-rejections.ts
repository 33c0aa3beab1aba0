import type { Rejection } from '../protocol/rejections.ts'
import { speechKindNames } from './speech-words.ts'

/** One sentence for each refusal. */
export type RejectionWords = {
  readonly [Code in Rejection['code']]: (rejection: Extract<Rejection, { code: Code }>) => string
}

/** The refusals that a phone foresees and says beforehand: apart, since it need not load all the others for that. */
export const askingWords = {
  notYourSeat: () => '这不是您的席位。请用自己的设备操作，或请工作人员代办。',
  notSignedIn: () => '还没有签到。请先签到，再做这一步。',
  notAsked: () => '问的不是您，不能答复。要说请按普通发言报名。',
  askedTooOften: () => '您本题报名又取消的次数太多了。要发言请找主持人。',
  askedForAnotherItem: () => '您报名时议的那一题已经过去，没有排队。要说现在这一题，请再报名。',
  speechExists: () => '这次发言申请已经有过。请刷新页面后再试。',
  namesRequired: () => '这种会议形式发言要记名。请写上姓名再排队。',
  delegatorsListen: () => '已把表决委托给别人，按本次规则不再发言。要发言，请工作人员先取消委托。',
  queueIsClosed: () => '发言报名已经停止。要补充，请主持人把您加进来。',
  queueFull: ({ max }) => `等候发言的已满 ${max} 位。请等前面的说完再报名。`,
  stanceNeeded: () => '还没有说立场。请选赞成、反对、补充或提问再报名。',
  kindNotAllowed: ({ kind }) => `这个议题不开放“${speechKindNames[kind]}”。请按普通发言报名。`,
  categoryUnknown: () => '没有选程序问题的类别。请选一类再提。',
  nobodySpeaks: () => '现在没有人在发言。请先请一位发言。',
  ownSpeech: () => '不能给自己的发言插问。请等说完再报名。',
  nothingToAnswer: () => '没有可以答复的提问。请按普通发言报名。',
  spokenEnough: ({ times }) => `本题每人最多发言 ${times} 次，已经说满。请听听别人的，或写在笔记里。`,
  noItemRuns: () => '现在没有正在议的议题。请等主持人开始一个议题。',
  alreadyQueued: () => '已经在发言队列里。请等候主持人点名。',
  chairMustHandOver: () => '主持人要发言，请先把主持交给另一位委员。',
  seatUnknown: () => '名册上没有这个席位。请先把人加进名册。',
  tooLarge: () => '内容太长，没有发出。请分成几条再发。',
} satisfies Partial<RejectionWords>

/** Why the floor cannot be had now, and what to do: of a refusal that nobody foresees, whom to ask. */
export function askingSentence(rejection: Rejection): string {
  const foreseen: Partial<Record<Rejection['code'], unknown>> = askingWords
  // The table maps each code to the words for that very code, which the type system cannot follow through a union.
  const say = foreseen[rejection.code] as ((rejection: Rejection) => string) | undefined
  return say === undefined ? '现在还不能这样做。请问一下主持人。' : say(rejection)
}
