import type { Result } from '../core/result.ts'
import type { MeetingEvent } from './messages.ts'

/** Why a meeting refuses a command. Every code has a sentence in wording/ that says what to do next. */
export type MeetingRejection =
  | { readonly code: 'meetingNotOpen' }
  | { readonly code: 'meetingAlreadyOpen' }
  | { readonly code: 'meetingIsClosed' }
  | { readonly code: 'meetingNotClosed' }
  | { readonly code: 'meetingIsSealed' }
  | { readonly code: 'alreadyInOffice' }
  | { readonly code: 'handOverToOnlooker' }
  | { readonly code: 'seatUnknown' }
  | { readonly code: 'seatExists' }
  | { readonly code: 'notYourSeat' }
  | { readonly code: 'deviceAlreadyBound' }
  | { readonly code: 'noDeviceBound' }
  | { readonly code: 'alreadySignedIn' }
  | { readonly code: 'notSignedIn' }
  | { readonly code: 'presentCannotBeOnLeave' }
  | { readonly code: 'itemUnknown' }
  | { readonly code: 'invitedNotPublic' }
  | { readonly code: 'alreadyRecused' }
  | { readonly code: 'notRecused' }
  | { readonly code: 'recusalTooLate' }
  | { readonly code: 'spokenEnough'; readonly times: number }
  | { readonly code: 'decidedByVote' }
  | { readonly code: 'notDecidedByVote' }
  | { readonly code: 'itemConcluded' }
  | { readonly code: 'notConcluded' }
  | { readonly code: 'noticeTooShort'; readonly needed: number }
  | { readonly code: 'itemNotAnnounced'; readonly region: string }
  | { readonly code: 'ruleExpired'; readonly to: string }
  | { readonly code: 'ruleNotYetInForce'; readonly from: string }
  | { readonly code: 'itemExists' }
  | { readonly code: 'itemAlreadyStarted' }
  | { readonly code: 'itemNotRunning' }
  | { readonly code: 'anotherItemRuns' }
  | { readonly code: 'noItemRuns' }
  | { readonly code: 'alreadyQueued' }
  | { readonly code: 'floorChanged' }
  | { readonly code: 'notAsked' }
  | { readonly code: 'beingAsked' }
  | { readonly code: 'askedTooOften' }
  | { readonly code: 'lastIsGone' }
  | { readonly code: 'askedForAnotherItem' }
  | { readonly code: 'speechExists' }
  | { readonly code: 'speechUnknown' }
  | { readonly code: 'namesRequired' }
  | { readonly code: 'delegatorsListen' }
  | { readonly code: 'queueIsClosed' }
  | { readonly code: 'queueIsOpen' }
  | { readonly code: 'queueFull'; readonly max: number }
  | { readonly code: 'stanceNeeded' }
  | { readonly code: 'kindNotAllowed'; readonly kind: 'question' | 'intervention' | 'pointOfOrder' }
  | { readonly code: 'categoryUnknown' }
  | { readonly code: 'nobodySpeaks' }
  | { readonly code: 'ownSpeech' }
  | { readonly code: 'nothingToAnswer' }
  | { readonly code: 'noRound' }
  | { readonly code: 'orderIncomplete' }
  | { readonly code: 'orderAgainstClasses' }
  | { readonly code: 'speechIsPaused' }
  | { readonly code: 'speechIsRunning' }
  | { readonly code: 'timeNotUp' }
  | { readonly code: 'nothingToUndo' }
  | { readonly code: 'notAnAnswer' }
  | { readonly code: 'standInNotHere' }
  | { readonly code: 'noGroupIsOver' }
  | { readonly code: 'nothingToDelegate' }
  | { readonly code: 'proxyUnfit' }
  | { readonly code: 'alreadyDelegated' }
  | { readonly code: 'notDelegated' }
  | { readonly code: 'voteIsDelegated' }
  | { readonly code: 'notQueued' }
  | { readonly code: 'queueEmpty' }
  | { readonly code: 'notSpeaking' }
  | { readonly code: 'chairMustHandOver' }
  | { readonly code: 'someoneSpeaks' }
  | { readonly code: 'voteIsOpen' }
  | { readonly code: 'noQuorum'; readonly present: number; readonly needed: number }
  | { readonly code: 'resultNotPublished' }
  | { readonly code: 'nothingToPublish' }
  | { readonly code: 'draftUnknown' }
  | { readonly code: 'proposalGone' }
  | { readonly code: 'proposalIsAmendment' }
  | { readonly code: 'amendmentFirst' }
  | { readonly code: 'amendmentUsed' }
  | { readonly code: 'headcountNeeded' }
  | { readonly code: 'ownersInWriting' }
  | { readonly code: 'onlyHandsWithoutRoll' }
  | { readonly code: 'alreadyElector' }
  | { readonly code: 'notEntitled' }
  | { readonly code: 'voteHasNoClock' }
  | { readonly code: 'voteTimeUp' }
  | { readonly code: 'ballotsStopped' }
  | { readonly code: 'channelClosed'; readonly channel: 'device' | 'hands' | 'paper' }
  | { readonly code: 'votedOtherwise'; readonly channel: 'device' | 'hands' | 'paper' }
  | { readonly code: 'ballotUnfit' }
  | { readonly code: 'countUnfit' }
  | { readonly code: 'wordsOnlyAlone' }
  | { readonly code: 'handsNeedNames' }
  | { readonly code: 'nothingEntered' }
  | { readonly code: 'amendmentNeedsRule' }
  | { readonly code: 'amendmentOutdated' }
  | { readonly code: 'motionAmended' }
  | { readonly code: 'objectionIsLive' }
  | { readonly code: 'silenceIsNoVote' }
  | { readonly code: 'termsImpossible' }
  | { readonly code: 'repeatsNothing' }
  | { readonly code: 'paperIssued' }
  | { readonly code: 'paperNotIssued' }
  | { readonly code: 'paperNumberUsed'; readonly number: number }
  | { readonly code: 'stopBeforeCounting' }
  | { readonly code: 'noWriteIns' }
  | { readonly code: 'nameListed' }
  | { readonly code: 'nameNotFound' }
  | { readonly code: 'namesChanged' }
  | { readonly code: 'rowsFull'; readonly most: number }
  | { readonly code: 'countedOnce' }
  | { readonly code: 'twoCounters' }
  | { readonly code: 'noPapersIssued' }
  | { readonly code: 'notCountedYet'; readonly channel: 'hands' | 'paper' }
  | { readonly code: 'countsDiffer'; readonly places: number }
  | { readonly code: 'voteExists' }
  | { readonly code: 'voteUnknown' }
  | { readonly code: 'voteAlreadyEnded' }
  | { readonly code: 'notAnElector' }
  | { readonly code: 'alreadyVoted' }
  | { readonly code: 'ballotExists' }
  | { readonly code: 'badSignature' }
  | { readonly code: 'electionOnPaper' }
  | { readonly code: 'ruleCountsOthers'; readonly kind: 'survey' | 'owners' }
  | { readonly code: 'wrongRuleForMatter' }
  | { readonly code: 'unitUnknown'; readonly kind: 'survey' | 'owners' }
  | { readonly code: 'unitNotAsked' }
  | { readonly code: 'unitAlreadyAsked' }
  | { readonly code: 'unitUnchanged' }
  | { readonly code: 'totalTooSmall'; readonly of: 'owners' | 'area'; readonly least: string }
  | { readonly code: 'hasPaper' }
  | { readonly code: 'noPaperOut' }
  | { readonly code: 'alreadyReturned' }
  | { readonly code: 'notReturned' }
  | { readonly code: 'dayNotYetCome' }
  | { readonly code: 'dueDayPast' }
  | { readonly code: 'returnedTooEarly' }
  | { readonly code: 'returnedTooLate' }
  | { readonly code: 'writtenVoteIsOpen' }
  | { readonly code: 'resolutionExists' }
  | { readonly code: 'resolutionUnknown' }
  | { readonly code: 'resolutionAssigned' }
  | { readonly code: 'pointExists' }
  | { readonly code: 'pointUnknown' }
  | { readonly code: 'worksheetExists' }

export type MeetingDecision = Result<readonly MeetingEvent[], MeetingRejection>
