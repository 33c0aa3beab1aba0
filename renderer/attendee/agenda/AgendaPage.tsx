import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { Frame } from '../frame/Frame.tsx'
import { AgendaList } from './AgendaList.tsx'

/** 议程和结果. */
export function AgendaPage({ meeting, onBack }: { readonly meeting: HeldMeeting; readonly onBack: () => void }) {
  return (
    <Frame title={meeting.title} practice={meeting.practice} onBack={onBack}>
      <h1>议程和结果</h1>
      <AgendaList meeting={meeting} />
    </Frame>
  )
}
