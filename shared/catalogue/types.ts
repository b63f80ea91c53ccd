/** How strongly a practice contributes to a value chain activity. */
export type ContributionLevel = 'high' | 'medium' | 'low' | 'none';

/** One kind of work of a value chain (in ITIL 4: plan, improve, engage ...). */
export interface Activity {
  readonly id: string;
  readonly name: string;
  /** Other names people search for. */
  readonly aliases: readonly string[];
  /** What the activity is for, in our own words. */
  readonly purpose: string;
  /** Which of the theme's activity colours it takes, `activity1` ... `activity6`. */
  readonly ink: 'activity1' | 'activity2' | 'activity3' | 'activity4' | 'activity5' | 'activity6';
  /** Name of its icon in the icon set, in PascalCase. */
  readonly icon: string;
  readonly typicalInputs: readonly string[];
  readonly typicalOutputs: readonly string[];
  readonly typicalVerbs: readonly string[];
}

/** A group of practices, in the order of the framework. */
export interface PracticeCategory {
  readonly id: string;
  readonly name: string;
}

/** A set of resources for one kind of work. */
export interface Practice {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  readonly purpose: string;
  readonly contributions: Readonly<Record<string, ContributionLevel>>;
  /** Where the contribution levels come from. */
  readonly contributionBasis: string;
  readonly aliases: readonly string[];
  readonly typicalStepVerbs: readonly string[];
  /** The activity a step gets when the practice is dropped on empty canvas. */
  readonly defaultActivity: string;
}

/** A recommendation that guides decisions in all circumstances. */
export interface GuidingPrinciple {
  readonly id: string;
  readonly name: string;
  readonly asks: string;
}

/** One of the sides from which every stream is looked at. */
export interface Dimension {
  readonly id: string;
  readonly name: string;
  readonly asks: string;
}

/** One of the eight wastes of lean work. */
export interface Waste {
  readonly id: string;
  readonly name: string;
  readonly inServiceWork: string;
  readonly indicators: string;
}

/** A service management framework as data. */
export interface FrameworkPack {
  readonly id: string;
  readonly name: string;
  readonly notice: string;
  readonly activities: readonly Activity[];
  readonly practiceCategories: readonly PracticeCategory[];
  readonly practices: readonly Practice[];
  readonly principles: readonly GuidingPrinciple[];
  readonly dimensions: readonly Dimension[];
}
