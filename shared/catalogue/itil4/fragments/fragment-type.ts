/** A step of a fragment; times are left open, since nobody measured them here. */
export interface FragmentStep {
  /** Name inside the fragment. */
  readonly key: string;
  readonly name: string;
  readonly activity: string;
  readonly practices: readonly string[];
  /** Name of the role that usually does it; absent where the consumer does. */
  readonly role?: string;
  readonly value: 'VA' | 'NNVA' | 'NVA';
  readonly nnvaReason?: 'risk' | 'coordination' | 'learning' | 'finance' | 'contract';
  readonly kind:
    | 'work'
    | 'build'
    | 'deploy'
    | 'verify'
    | 'approval'
    | 'inspection'
    | 'review'
    | 'decision'
    | 'entry'
    | 'record'
    | 'handoff'
    | 'communication';
  readonly party?: 'provider' | 'consumer' | 'partner';
  readonly touchesConsumer?: boolean;
  readonly standardised?: boolean;
}

/** A flow inside a fragment; a share is a first guess, 0..1. */
export interface FragmentFlow {
  readonly from: string;
  readonly to: string;
  readonly kind?: 'normal' | 'escalation' | 'rework';
  readonly share?: number;
  readonly label?: string;
}

/** Some connected steps that carry a practice out, ready to be put on a map. */
export interface Fragment {
  readonly id: string;
  readonly name: string;
  /** The practice in whose part of the library it stands. */
  readonly practice: string;
  /** One sentence: when it fits. */
  readonly fits: string;
  readonly steps: readonly FragmentStep[];
  readonly flows: readonly FragmentFlow[];
  /** Where items come in and leave, by key. */
  readonly entry: string;
  readonly exit: string;
}
