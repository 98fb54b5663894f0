"""The names that the standard has (NewsML-G2 2.35): what has another is no part of it.

What stands where is not said here; `conformance` knows that, and takes longer.
"""

from __future__ import annotations

__all__ = ["ATTRIBUTES", "ELEMENTS"]

ATTRIBUTES = frozenset(
    """
    accesstype accesstypeuri additionalInfo alias altitude approxend approxstart aspect
    aspecturi audiobitrate audiochannels audiochannelsuri audiocodec audiocodecuri
    audiosamplerate audiosamplesize audiovbr authority authoritystatus authoritystatusuri byday
    byhour byminute bymonth bymonthday bysecond bysetpos byweekno byyearday charcount chnlid
    class colourdepth colourindicator colourindicatoruri colourspace colourspaceuri concepttype
    confidence confirmationstatus confirmationstatusuri conflict conformance contentrefs
    contenttype contenttypestandardversion contenttypevariant contenttypevariantstandardversion
    count coversfrom coversto created creator creatoruri custom dataType derivedfrom dir
    duration durationunit durationunituri encoding encodinguri enctype end environment
    environmenturi format formatstandardversion formaturi freq function g2flag generated
    generator gpsdatum guid guidref hascontent hashtype hashtypeuri height heightunit
    heightunituri how howuri href hreflang hreftype id idformat idformaturi idref idrefs
    inheritFrom interactions interactiontype interactiontypeuri interval jobtitle jobtitleuri
    langid language latitude layoutorientation layoutorientationuri linecount literal longitude
    market marketlabel marketlabelsrc marketlabelsrcuri marketuri media mode modeuri modified
    name operator orientation original pagecount part partid partOf parturi persistidref
    preferredalias profile pubconstraint pubconstrainturi qcode radius radunit radunituri
    rangefrom rangeto rank raters ratertype ratertypeuri ratingtype ratingtypeuri rel relation
    relevance reluri rendition renditionref renditionrefuri renditionuri reposrole reposroleuri
    representation representationuri residref residrefformat residrefformaturi resolution
    retired rev rightOperand rightOperandReference role roleruri roleuri root scalemax scalemin
    scaleunit scaleunituri schemecreated schememodified schemeretired scope scopeuri separator
    seq severity severityuri significance size source sourceidref standard standardversion start
    status symbol symbolsrc symbolsrcuri tag target targeturi tech techuri timestamp timeunit
    timeunituri title type typeuri uid unit until uri url valcalctype valcalctypeuri validfrom
    validto value valuedatatype valueunit valueunituri version versioninfo videoaspectratio
    videoavgbitrate videocodec videocodecuri videodefinition videodefinitionuri videoframerate
    videosampling videoscaling videoscalinguri videoscan videovbr why whyuri width widthunit
    widthunituri wkst wordcount x y
    """.split()
)
"""The names of its attributes, which have no namespace."""

ELEMENTS = frozenset(
    """
    a access accessStatus accountable action address affiliation altId altLoc altRep area assert
    assignedTo audience bag bit born br broader by capacity catalog catalogContainer catalogItem
    catalogRef ceasedToExist channel circle concept conceptExtProperty conceptId conceptItem
    conceptRef conceptSet confirmation contactInfo contentCreated contentMeta
    contentMetaExtProperty contentModified contentSet contributor copyrightHolder
    copyrightNotice country created creator creditline dataMining dateline dates definition
    deliverableOf deliveredItemRef delivery derivedFrom derivedFromValue description destination
    details died digitalSourceType dissolved duration edNote email embargoed end event
    eventDetails events eventStatus exclAudience exDate expires exRule facet facetConcept fax
    fileName firstCreated founded g2contentType generator genre geoAreaDetails group
    groupExtProperty groupRef groupSet hash hasInstrument header headerExtProperty headline
    hierarchyInfo hop hopHistory icon im incomingFeedId infoSource inline inlineData inlineRef
    inlineXML instanceOf itemClass itemCount itemMeta itemMetaExtProperty itemRef itemSet
    keyword knowledgeItem language line link locality located location mainConcept memberOf
    metadataCreator name narrower newsContentCharacteristics newsCoverage
    newsCoverageExtProperty newsCoverageSet newsCoverageStatus newsItem newsMessage note
    objectDetails occurStatus openHours organisationDetails organiser origin origRep packageItem
    participant participationRequirement partMeta partMetaExtProperty party personDetails phone
    planning planningExtProperty planningItem POIDetails polygon position postalCode priority
    profile provider pubHistory published publishedExtProperty pubStatus rating rb rDate
    regionDelim registration related remoteContent remoteContentExtProperty remoteInfo
    rightsExpressionData rightsExpressionXML rightsInfo rightsInfoExtProperty role rp rRule rt
    ruby sameAs sameAsScheme scheduled scheme schemeMeta schemeMetaExtProperty sender sent
    service signal slugline span start subject timeDelim timestamp title transmitId type urgency
    usageTerms userInteraction versionCreated web worldRegion
    """.split()
)
"""The names of its elements."""
