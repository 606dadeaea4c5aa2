package io.agentctl.sandbox.protocol;

import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;

/**
 * AWS Query: form parameters in, XML out.
 *
 * @param namespace the XML namespace of the service's answers
 */
public record QueryProtocol(String namespace) implements WireProtocol {
    @Override
    public String contentType() {
        return "text/xml";
    }

    @Override
    public SdkRequest readRequest(Operation operation, byte[] body) {
        return (SdkRequest) QueryReader.read(FormTree.parse(body), operation.newRequestBuilder());
    }

    @Override
    public void writeResponse(SdkPojo response, String operationName, String requestId, ByteSink body) {
        XmlWriter xml = new XmlWriter(body);
        xml.open(operationName + "Response xmlns=\"" + namespace + "\"");
        // Operations without an output shape have no result element, and clients look for none.
        if (!response.sdkFields().isEmpty()) {
            xml.open(operationName + "Result");
            xml.members(response);
            xml.close(operationName + "Result");
        }
        xml.open("ResponseMetadata");
        xml.element("RequestId", requestId);
        xml.close("ResponseMetadata");
        xml.close(operationName + "Response");
    }

    @Override
    public void writeError(WireError error, String requestId, ByteSink body) {
        XmlWriter xml = new XmlWriter(body);
        xml.open("ErrorResponse xmlns=\"" + namespace + "\"");
        xml.open("Error");
        xml.element("Type", error.serverFault() ? "Receiver" : "Sender");
        xml.element("Code", error.code());
        xml.element("Message", error.message());
        xml.close("Error");
        xml.element("RequestId", requestId);
        xml.close("ErrorResponse");
    }
}
