import type { HallClient } from '../../../shared/client/hall-client.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import type { Paper } from '../../../shared/protocol/client-frames.ts'
import { type PaperFile, papersOf } from '../../host/papers/make-paper.ts'

/** All papers of a meeting, asked for over the wire as the desk's page does. Rejects when the host refuses one. */
export function askedPapers(client: HallClient, meeting: HeldMeeting): Promise<readonly PaperFile[]> {
  return Promise.all(papersOf(meeting).map((paper) => asked(client, paper)))
}

async function asked(client: HallClient, paper: Paper): Promise<PaperFile> {
  const answer = await client.paper(paper)
  if (!answer.ok) throw new Error(answer.sentence)
  return { name: answer.name, bytes: Buffer.from(answer.base64, 'base64') }
}
