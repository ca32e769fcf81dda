package fr.rappel.statistics;

import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;

/**
 * What the pages of a {@link Paper} say to a screen reader: headings, paragraphs and tables in reading order (ISO 32000, logical
 * structure). Elements point at the pieces of pages that they are made of, and each page at the elements of its pieces.
 */
final class PaperTags {

    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final PDStructureElement document = new PDStructureElement(StandardStructureTypes.DOCUMENT, root);
    private final Map<Integer, PDParentTreeValue> elementsOfPages = new TreeMap<>();
    private PDPage page = new PDPage();
    private COSArray elementsOfPage = new COSArray();

    PaperTags(PDDocument pdf) {
        root.appendKid(document);
        PDMarkInfo tagged = new PDMarkInfo();
        tagged.setMarked(true);
        pdf.getDocumentCatalog().setMarkInfo(tagged);
        pdf.getDocumentCatalog().setStructureTreeRoot(root);
    }

    /** What follows stands on this page. */
    void begin(PDPage page) {
        this.page = page;
        elementsOfPage = new COSArray();
        page.setStructParents(elementsOfPages.size());
        elementsOfPages.put(elementsOfPages.size(), new PDParentTreeValue(elementsOfPage));
    }

    PDStructureElement add(String type) {
        return add(type, document);
    }

    PDStructureElement add(String type, PDStructureNode parent) {
        PDStructureElement element = new PDStructureElement(type, parent);
        parent.appendKid(element);
        return element;
    }

    PDStructureElement row(PDStructureElement table) {
        return add(StandardStructureTypes.TR, table);
    }

    /** @param scope what it names, of {@link PDTableAttributeObject} */
    PDStructureElement heading(PDStructureElement row, String scope) {
        PDTableAttributeObject attribute = new PDTableAttributeObject();
        attribute.setScope(scope);
        PDStructureElement heading = add(StandardStructureTypes.TH, row);
        heading.addAttribute(attribute);
        return heading;
    }

    PDStructureElement wideCell(PDStructureElement row, int columns) {
        PDTableAttributeObject attribute = new PDTableAttributeObject();
        attribute.setColSpan(columns);
        PDStructureElement cell = add(StandardStructureTypes.TD, row);
        cell.addAttribute(attribute);
        return cell;
    }

    /** The number under which the page holds the next piece of an element. */
    int piece(PDStructureElement element) {
        int number = elementsOfPage.size();
        elementsOfPage.add(element.getCOSObject());
        PDMarkedContentReference piece = new PDMarkedContentReference();
        piece.setPage(page);
        piece.setMCID(number);
        element.appendKid(piece);
        return number;
    }

    /** Once everything is written. */
    void finish() {
        PDNumberTreeNode pages = new PDNumberTreeNode(PDParentTreeValue.class);
        pages.setNumbers(elementsOfPages);
        root.setParentTree(pages);
        root.setParentTreeNextKey(elementsOfPages.size());
    }
}
