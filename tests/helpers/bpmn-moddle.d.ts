/** The part of the parser that tests use; it ships no types. */
declare module 'bpmn-moddle' {
  export interface BpmnElement {
    readonly $type: string;
    readonly flowNodeRef?: readonly unknown[];
  }
  export class BpmnModdle {
    fromXML(text: string): Promise<{
      readonly warnings: readonly unknown[];
      readonly elementsById: Readonly<Record<string, BpmnElement>>;
    }>;
  }
}
