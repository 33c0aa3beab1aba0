import type { MeetingForm } from './format.ts'
import type { SpeakingRules } from './speaking-rules.ts'

/** Nothing but a queue in the order of asking. */
export const plainSpeaking: SpeakingRules = {
  policy: 'arrival',
  times: null,
  questions: false,
  interventions: false,
  pointsOfOrder: null,
  closedToPoints: false,
  repeats: false,
  presentOnly: true,
  maxWaiting: null,
  stanceRequired: true,
  delegatorsBarred: false,
  anonymous: false,
  warnSeconds: 30,
  hardEnd: false,
  sound: true,
  quotas: [],
}

/** How meetings were held before there were formats. */
export const plainForm: MeetingForm = {
  formatId: 'plain',
  rollCall: true,
  decision: 'vote',
  parties: [],
  steps: [
    { name: '签到', at: 'signIn' },
    { name: '议事', at: 'discuss' },
    { name: '表决', at: 'decide' },
    { name: '纪要', at: 'minutes' },
    { name: '工单', at: 'worksheets' },
  ],
  speeches: plainSpeaking,
  documents: ['minutes', 'worksheet'],
  cautions: ['secrets'],
  actFirst: false,
}
