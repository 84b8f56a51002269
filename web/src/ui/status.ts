// How each status of the product looks: icon and tone.
export interface Tone {
  icon: string;
  tone: '' | 'good' | 'attention' | 'danger' | 'info';
}

const tones: Record<string, Tone> = {
  received: { icon: 'hourglass-split', tone: 'info' },
  queued: { icon: 'hourglass-split', tone: 'info' },
  waiting: { icon: 'hourglass-split', tone: 'info' },
  running: { icon: 'arrow-repeat', tone: 'info' },
  reading: { icon: 'eyeglasses', tone: 'info' },
  read: { icon: 'eyeglasses', tone: 'info' },
  review: { icon: 'pencil-square', tone: 'attention' },
  draft: { icon: 'pencil', tone: 'attention' },
  pending: { icon: 'hourglass-split', tone: 'attention' },
  proposed: { icon: 'lightbulb', tone: 'attention' },
  open: { icon: 'unlock', tone: 'good' },
  locked: { icon: 'lock', tone: 'attention' },
  closed: { icon: 'lock-fill', tone: '' },
  recorded: { icon: 'pencil-square', tone: 'attention' },
  approved: { icon: 'hourglass-split', tone: 'info' },
  paid: { icon: 'check-circle-fill', tone: 'good' },
  credited: { icon: 'arrow-counterclockwise', tone: '' },
  late: { icon: 'exclamation-triangle-fill', tone: 'danger' },
  unverified: { icon: 'question-circle', tone: 'attention' },
  verified: { icon: 'shield-check', tone: 'good' },
  rejected: { icon: 'x-circle', tone: 'danger' },
  posted: { icon: 'check-circle-fill', tone: 'good' },
  matched: { icon: 'check-circle-fill', tone: 'good' },
  done: { icon: 'check-circle-fill', tone: 'good' },
  sent: { icon: 'send-check', tone: 'good' },
  kept: { icon: 'archive', tone: 'good' },
  active: { icon: 'check-circle-fill', tone: 'good' },
  inactive: { icon: 'slash-circle', tone: '' },
  reversed: { icon: 'arrow-counterclockwise', tone: '' },
  ignored: { icon: 'slash-circle', tone: '' },
  refused: { icon: 'x-circle', tone: '' },
  dropped: { icon: 'slash-circle', tone: '' },
  cancelled: { icon: 'slash-circle', tone: '' },
  failed: { icon: 'exclamation-octagon-fill', tone: 'danger' },
  dead: { icon: 'exclamation-octagon-fill', tone: 'danger' },
  OK: { icon: 'check-circle-fill', tone: 'good' },
  WARNING: { icon: 'exclamation-triangle-fill', tone: 'attention' },
  PENDING: { icon: 'hourglass-split', tone: 'attention' },
  ERROR: { icon: 'exclamation-octagon-fill', tone: 'danger' },
  HIGH: { icon: 'exclamation-octagon-fill', tone: 'danger' },
  MEDIUM: { icon: 'exclamation-triangle-fill', tone: 'attention' },
  LOW: { icon: 'info-circle-fill', tone: 'info' },
  filed: { icon: 'send-check', tone: 'info' },
  settled: { icon: 'check-circle-fill', tone: 'good' },
  withdrawn: { icon: 'slash-circle', tone: '' },
  Nil: { icon: 'dash-circle', tone: '' },
  ToPay: { icon: 'arrow-up-right-circle', tone: 'attention' },
  ToReclaim: { icon: 'arrow-down-left-circle', tone: 'info' },
  ToBook: { icon: 'hourglass-split', tone: 'attention' },
  Difference: { icon: 'exclamation-octagon-fill', tone: 'danger' },
  NoStatement: { icon: 'question-circle', tone: '' },
  Reconciled: { icon: 'check-circle-fill', tone: 'good' },
};

export function toneOf(status: string): Tone {
  return tones[status] ?? { icon: 'circle', tone: '' };
}
