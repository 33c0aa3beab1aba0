import type { MeetingForm } from './format.ts'

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
  speeches: { times: null, policy: 'arrival' },
  documents: ['minutes', 'worksheet'],
  cautions: ['secrets'],
  actFirst: false,
}
