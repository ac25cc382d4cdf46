import java.io.FileInputStream;
import java.util.ArrayList;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Asks veraPDF whether files follow PDF/A-2a and PDF/UA-1. Prints one line for each broken rule. */
public class Check {
    public static void main(String[] paths) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        int broken = 0;
        for (String path : paths) {
            for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1)) {
                for (String fault : faults(path, flavour)) {
                    System.out.println(path + "\t" + flavour + "\t" + fault);
                    broken++;
                }
            }
        }
        System.out.println("checked " + paths.length + " broken " + broken);
    }

    private static List<String> faults(String path, PDFAFlavour flavour) throws Exception {
        List<String> faults = new ArrayList<>();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(path), flavour);
             PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    faults.add(assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber()
                        + " " + assertion.getMessage());
                }
            }
            if (!result.isCompliant() && faults.isEmpty()) {
                faults.add("not compliant");
            }
        }
        return faults;
    }
}
