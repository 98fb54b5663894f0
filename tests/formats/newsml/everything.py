"""A message of an agency that there is not, in which each property says all the standard lets it.

Nothing in it is of our own writing habits: a reader that skips a property, or half of one, shows.
"""

from tests.formats.newsml.documents import CATALOG, NAR, XHTML

_WHO = 'creator="rvr:desk" modified="2030-01-09T10:00:00+01:00" custom="false"'
_WHY = 'how="howextr:person" why="why:direct" confidence="90" relevance="70"'
_VALID = 'validfrom="2030-01-01T00:00:00Z" validto="2031-01-01T00:00:00Z"'

EVERYTHING = f"""<?xml version="1.0" encoding="UTF-8"?>
<newsMessage xmlns="{NAR}" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<header>
  <sent>2030-01-10T09:30:00.250+01:00</sent>
  <catalogRef href="{CATALOG}"/>
  <catalog><scheme alias="rvr" uri="https://rivers.example/cv/"/></catalog>
  <sender qcode="rvr:hub">hub.rivers.example</sender>
  <transmitId>tx-17</transmitId>
  <priority>3</priority>
  <origin literal="mill">Mill gateway</origin>
  <channel role="rvr:text">TXT</channel>
  <channel>EN</channel>
  <destination role="rvr:client">News of the Fens</destination>
  <timestamp role="received">2030-01-10T08:59:58Z</timestamp>
  <signal qcode="rvr:atomic" literal="atomic"><name>Atomic</name></signal>
</header>
<itemSet>
<newsItem guid="urn:newsml:rivers.example:20300110:mill" version="4" standard="NewsML-G2"
    standardversion="2.35" conformance="power" xml:lang="en-GB" dir="ltr">
  <catalogRef href="{CATALOG}"/>
  <catalog additionalInfo="https://rivers.example/cv.html">
    <title xml:lang="en">Codes of the river desk</title>
    <scheme alias="rvr" uri="https://rivers.example/cv/" authority="https://rivers.example/">
      <name xml:lang="en">River codes</name><sameAsScheme>https://fens.example/cv/</sameAsScheme>
    </scheme>
  </catalog>
  <hopHistory>
    <hop seq="1" timestamp="2030-01-10T08:10:00Z">
      <party literal="mill"><name>Mill gateway</name></party>
      <action qcode="rvr:checked" target="rvr:text" timestamp="2030-01-10T08:11:00Z"/>
    </hop>
  </hopHistory>
  <pubHistory>
    <published qcode="rvr:web"><timestamp>2030-01-10T08:30:00Z</timestamp></published>
  </pubHistory>
  <rightsInfo>
    <accountable literal="carr"><name>Ada Carr</name></accountable>
    <copyrightHolder uri="https://rivers.example/">
      <name xml:lang="en" role="nrol:full">Rivers Agency</name></copyrightHolder>
    <copyrightNotice xml:lang="en" href="https://rivers.example/c">© 2030 Rivers</copyrightNotice>
    <usageTerms xml:lang="en" role="rvr:print">No archives after <a
      href="https://rivers.example/terms">thirty days</a></usageTerms>
    <link rel="rvr:licence" href="https://rivers.example/licence"><title>Licence</title></link>
    <rightsInfoExtProperty rel="rvr:fee" value="12.50" valuedatatype="xs:decimal"
      valueunit="rvr:EUR"/>
    <dataMining uri="http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED"/>
  </rightsInfo>
  <itemMeta>
    <itemClass qcode="ninat:text"><name xml:lang="en">Text</name></itemClass>
    <provider qcode="nprov:RVR"><name>Rivers Agency</name>
      <organisationDetails><founded>1901-04-01</founded>
        <hasInstrument symbol="RVR" symbolsrc="rvr:board" market="rvr:main"/>
      </organisationDetails></provider>
    <versionCreated>2030-01-10T08:55:00+01:00</versionCreated>
    <firstCreated>2030-01-10T08:00:00.5+01:00</firstCreated>
    <embargoed>2030-01-10T12:00:00+01:00</embargoed>
    <pubStatus qcode="stat:usable"/>
    <role qcode="rvr:lead"/>
    <fileName>mill-4.xml</fileName>
    <generator versioninfo="9.1" role="rvr:editor">Desk</generator>
    <profile versioninfo="2">river-text</profile>
    <service qcode="rvr:world"><name>World</name></service>
    <title xml:lang="en" role="rvr:desk">MILL-LEAD</title>
    <edNote role="rvr:note">Call the miller: <a href="https://mill.example/">page</a></edNote>
    <memberOf qcode="rvr:series-3"/>
    <instanceOf qcode="rvr:daily"/>
    <signal qcode="rvr:correction"><name xml:lang="en">Correction</name></signal>
    <altRep representation="rvr:short">https://rivers.example/mill.txt</altRep>
    <deliverableOf rel="rvr:order" residref="rvr:order-9"/>
    <hash hashtype="rvr:md5" scope="rvr:all">900150983cd24fb0d6963f7d28e17f72</hash>
    <expires>2031-01-10T00:00:00Z</expires>
    <origRep reposrole="rvr:store">store:77</origRep>
    <incomingFeedId qcode="rvr:wire-2" role="rvr:wire"/>
    <metadataCreator literal="carr"/>
    <link rel="irel:seeAlso" residref="urn:newsml:rivers.example:20300109:weir" version="2"
      contenttype="application/vnd.iptc.g2.newsitem+xml" rank="1" size="2048">
      <title xml:lang="en">Weir opened</title></link>
    <itemMetaExtProperty rel="rvr:shelf" literal="fen" valuedatatype="xs:string"/>
  </itemMeta>
  <contentMeta {_WHO}>
    <icon href="https://rivers.example/icon.png" rendition="rnd:icon" width="16" height="16"/>
    <urgency>3</urgency>
    <contentCreated>2030-01-09</contentCreated>
    <contentModified>2030-01-10T08:50:00+01:00</contentModified>
    <digitalSourceType uri="http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"/>
    <located qcode="rvr:fenny" {_WHO} how="howextr:person" why="why:direct">
      <name xml:lang="en">Fenny</name>
      <broader qcode="rvr:fens"><name>The Fens</name></broader>
      <geoAreaDetails><position latitude="52.50" longitude="0.25" altitude="2"/>
        <founded>1130</founded></geoAreaDetails></located>
    <infoSource literal="council" role="rvr:said"><name>Fenny council</name></infoSource>
    <creator literal="lee" {_WHO}><name>Ann Lee</name>
      <personDetails><born>1979-05-03</born><died>2080-05-03T10:00:00Z</died>
        <affiliation qcode="rvr:guild" role="rvr:member" {_VALID}><name>Guild</name></affiliation>
        <contactInfo role="rvr:office"><email role="rvr:work">lee@rivers.example</email>
          <im tech="rvr:chat">lee</im><phone>+000 1</phone><fax>+000 2</fax>
          <web>https://rivers.example/lee</web><note>Not on Sundays</note>
          <address role="rvr:home"><line>1 Weir Lane</line>
            <locality literal="fenny"><name>Fenny</name></locality>
            <area literal="cambs"/><country literal="gb"/><postalCode>FE1 1NN</postalCode>
          </address></contactInfo></personDetails></creator>
    <contributor literal="roe" role="rvr:photo"><name>Sam Roe</name></contributor>
    <audience qcode="rvr:fens" {_WHY} significance="6"/>
    <exclAudience qcode="rvr:sea"/>
    <altId type="rvr:cms" environment="rvr:mill">4711</altId>
    <rating value="3.5" valcalctype="rvr:mean" scalemin="1" scalemax="5" scaleunit="rvr:star"
      raters="11" ratingtype="rvr:readers"/>
    <userInteraction interactions="21" interactiontype="rvr:shared"/>
    <language tag="en-GB" rank="1" role="rvr:text"><name>English</name></language>
    <genre qcode="genre:Current"/>
    <keyword xml:lang="en" rank="1">mill</keyword>
    <subject qcode="medtop:20000587" type="cpnat:abstract" {_WHO} {_WHY} rank="1"
        derivedfrom="rvr:mills">
      <name xml:lang="en">Mills</name><definition>Where corn is ground</definition>
      <note>Not of saws</note><hierarchyInfo>medtop:04000000 medtop:20000587</hierarchyInfo>
      <narrower qcode="rvr:windmills"/><related rel="rvr:near" qcode="rvr:weirs"/>
      <sameAs qcode="rvr:mills"/>
      <bag><bit qcode="rvr:corn" significance="50"/></bag>
    </subject>
    <slugline separator="-">mill-corn-fen</slugline>
    <headline xml:lang="en" rank="1" role="rvr:main">Mill turns again</headline>
    <headline xml:lang="en" role="rvr:web">Mill turns</headline>
    <dateline>FENNY, Jan 10</dateline>
    <by xml:lang="en">By Ann Lee and Sam Roe</by>
    <creditline>Rivers/Roe</creditline>
    <description xml:lang="en" role="drol:summary">The mill of Fenny turns again.</description>
    <description role="drol:caption">Sails in the wind</description>
    <contentMetaExtProperty rel="rvr:mood" value="glad"/>
  </contentMeta>
  <partMeta partid="p1" seq="1" contentrefs="b1">
    <timeDelim start="0" end="10" timeunit="timeunit:seconds"/>
    <regionDelim x="10" y="20" width="300" height="200"/><role qcode="rvr:closeup"/>
    <subject qcode="rvr:wind"/><description>Wind</description>
  </partMeta>
  <assert qcode="rvr:feast"><name>Feast of the mill</name><type qcode="cpnat:event"/>
    <eventDetails><dates><start>2030-02-01T10:00:00Z</start><end>2030-02-02</end></dates>
      <location literal="green"><name>The green</name></location></eventDetails></assert>
  <assert literal="sail"><objectDetails><created>1901</created></objectDetails></assert>
  <inlineRef idrefs="q1" qcode="rvr:miller" confidence="80"/>
  <derivedFrom idrefs="b1" qcode="rvr:tape"/>
  <derivedFromValue sourceidref="b1" idrefs="q1"/>
  <contentSet original="b1">
    <inlineXML id="b1" contenttype="application/xhtml+xml" wordcount="10" rendition="rnd:web"
      {_WHO}><html xmlns="{XHTML}"><body>
      <p>FENNY (Rivers) – The mill turns again after <b>ten</b> years.</p>
      <p id="q1">“It is the wind,” said the miller, Ada Carr.</p>
      <figure><img src="https://rivers.example/mill.jpg" alt="A mill"/><figcaption>The mill. Photo:
      Sam Roe/Rivers</figcaption></figure>
      <table><caption>Sacks</caption><tr><th>Year</th><th>Sacks</th></tr><tr><td>2030</td>
      <td>12</td></tr></table></body></html></inlineXML>
    <inlineData contenttype="text/plain" rendition="rnd:short">The mill turns.</inlineData>
  </contentSet>
</newsItem>
<newsItem guid="urn:newsml:rivers.example:20300110:picture" version="1" standard="NewsML-G2"
    standardversion="2.35" conformance="power" xml:lang="en">
  <catalogRef href="{CATALOG}"/>
  <catalog><scheme alias="rvr" uri="https://rivers.example/cv/"/></catalog>
  <rightsInfo><copyrightNotice>© Roe</copyrightNotice></rightsInfo>
  <itemMeta><itemClass qcode="ninat:picture"/><provider literal="Rivers"/>
    <versionCreated>2030-01-10T08:25:00Z</versionCreated></itemMeta>
  <contentMeta><creator literal="roe"><name>Sam Roe</name></creator>
    <headline>The mill</headline><creditline>Sam Roe/Rivers</creditline>
    <description xml:lang="en" role="drol:caption">The mill in the wind.</description>
    <description xml:lang="uk" role="drol:caption">Млин на вітрі.</description></contentMeta>
  <contentSet>
    <remoteContent id="r1" href="https://rivers.example/mill.jpg" rendition="rnd:highRes"
      contenttype="image/jpeg" size="20480" width="3000" height="2000" orientation="1"
      colourspace="colsp:sRGB" resolution="300" version="2">
      <altId>r-1</altId><hash hashtype="rvr:sha">aa</hash><signal literal="fresh"/></remoteContent>
    <remoteContent href="https://rivers.example/mill-s.jpg" rendition="rnd:thumbnail"
      contenttype="image/jpeg" width="100" height="66"/>
  </contentSet>
</newsItem>
<packageItem guid="urn:newsml:rivers.example:20300110:top" version="1" standard="NewsML-G2"
    standardversion="2.35" conformance="power" xml:lang="en">
  <catalogRef href="{CATALOG}"/>
  <catalog><scheme alias="rvr" uri="https://rivers.example/cv/"/></catalog>
  <itemMeta><itemClass qcode="ninat:composite"/><provider literal="Rivers"/>
    <versionCreated>2030-01-10T08:26:00Z</versionCreated></itemMeta>
  <groupSet root="g1">
    <group id="g1" role="rvr:main" mode="pgrmod:seq">
      <title xml:lang="en">Top of the day</title><groupRef idref="g2"/>
      <groupExtProperty rel="rvr:size" value="2"/></group>
    <group id="g2" role="rvr:text" mode="pgrmod:bag">
      <itemRef residref="urn:newsml:rivers.example:20300110:mill" version="4" rank="1"
        contenttype="application/vnd.iptc.g2.newsitem+xml"><title>Mill</title></itemRef>
      <conceptRef qcode="rvr:feast"><name>Feast</name></conceptRef></group>
  </groupSet>
</packageItem>
</itemSet>
</newsMessage>"""
