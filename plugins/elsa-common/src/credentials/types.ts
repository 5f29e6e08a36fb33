/**
 * One credential that an image accepts and that everybody can read.
 *
 * @public
 */
export interface PublicCredential {
  /** What it is, as a part of a sentence. */
  what: string;
  /** Settings that replace it; absent where nothing can. */
  replacedBy?: string;
  /** How it is known: a server was run, or its code was read. */
  evidence: 'run' | 'read';
  /** Where it was seen. */
  source: string;
}

/**
 * Public credentials of a line of server images.
 *
 * @public
 */
export interface PublicCredentials {
  /** Whether an image, by the last part of its repository, belongs to this line in any registry. */
  imageName: RegExp;
  /** Names that others use for images of their own count only behind this part of the path. */
  organisation?: { imageName: RegExp; name: string };
  /** Elsa's version, where the image's name tells it and its tags do not. */
  versionInName?: RegExp;
  /** Minor version of Elsa 3 that is the first without them, as far as it is known. */
  firstMinorWithout: number;
  /** Release candidate of that version's first release that was seen to be without. */
  firstCandidateWithout: number;
  credentials: PublicCredential[];
}
