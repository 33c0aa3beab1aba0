import * as z from 'zod/mini'
import * as ids from './ids.ts'

const schemaOf = <Id extends string>(kind: { readonly parse: (value: unknown) => Id | null }) =>
  z.custom<Id>((value) => kind.parse(value) !== null)

/** Ids in messages and documents. Apart from the ids themselves: a phone's page parses none, and loads no schema. */
export const idSchema = {
  ballotId: schemaOf(ids.ballotId),
  commandId: schemaOf(ids.commandId),
  councilId: schemaOf(ids.councilId),
  householdId: schemaOf(ids.householdId),
  itemId: schemaOf(ids.itemId),
  meetingId: schemaOf(ids.meetingId),
  pointId: schemaOf(ids.pointId),
  resolutionId: schemaOf(ids.resolutionId),
  seatId: schemaOf(ids.seatId),
  speechId: schemaOf(ids.speechId),
  voteId: schemaOf(ids.voteId),
  worksheetId: schemaOf(ids.worksheetId),
}
